import type { Provenance } from '#app/domain/provenance.ts'

type Part = { value: number } | { reason: string }

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

export const asPercent = (share: number): string => percent.format(share)

/** A share in words that can stand in brackets, or why there is none. */
export const partText = (part: Part): string => ('value' in part ? asPercent(part.value) : part.reason)

/** Who stands behind the key, within a sentence. */
export const keyHolder = (provenance: Provenance): string =>
  provenance === 'demo' ? 'the demonstration key' : 'the panel'
