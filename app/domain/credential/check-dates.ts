import { type Finding, failed, passed } from './findings.ts'
import { listOf, type OpenBadge } from './open-badge.ts'

/** Clocks of two machines differ. */
const CLOCK_SKEW_MS = 5 * 60_000

type Dated = Pick<OpenBadge, 'validFrom' | 'validUntil' | 'proof'>

/** Whether a credential is within its days at this moment. A day that cannot be read is a failure. */
export function checkDates({ validFrom, validUntil, proof }: Dated, now: Date): Finding {
  const from = Date.parse(validFrom)
  const until = validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil)
  if (Number.isNaN(from) || Number.isNaN(until)) return failed('Its days cannot be read.')
  if (until < from) return failed('Its last day lies before its first.')
  if (from > now.getTime() + CLOCK_SKEW_MS) return failed(`It is not valid before ${dayOf(validFrom)}.`)
  if (until < now.getTime()) return failed(`It expired on ${dayOf(validUntil)}.`)
  for (const { created, expires } of listOf(proof)) {
    if (created && Date.parse(created) > now.getTime() + CLOCK_SKEW_MS)
      return failed('It says that it was signed in the future.')
    if (expires && Date.parse(expires) < now.getTime()) return failed(`Its signature expired on ${dayOf(expires)}.`)
  }
  return passed(
    validUntil ? `Valid from ${dayOf(validFrom)} until ${dayOf(validUntil)}.` : `Valid from ${dayOf(validFrom)} on.`,
  )
}

const dayOf = (instant: string | undefined): string => (instant ?? '').slice(0, 10)
