import type { Provenance } from '#app/domain/provenance.ts'
import { inNumber } from '#app/domain/wording.ts'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

/** Whose judgement stands behind what is shown. Stands on every screen of a vignette, a key or a benchmark. */
export function ProvenanceTag({ provenance }: { provenance: Provenance }) {
  if (provenance === 'demo') return <Tag tone="caution">Demo: not yet reviewed by an expert panel</Tag>
  const { panel, members, on } = provenance
  return (
    <Tag>
      Expert panel: {panel}, {inNumber(members, { one: '1 member', other: '{n} members' })},{' '}
      <Time value={on} zone="UTC" />
    </Tag>
  )
}
