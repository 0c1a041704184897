import type { Period } from './approval.ts'
import type { Verdict } from './countersigning.ts'

/** Days from the first to the last of either that are in both. */
const isMeeting = (one: Period, other: Period): boolean =>
  (!one.endsOn || other.startsOn <= one.endsOn) && (!other.endsOn || one.startsOn <= other.endsOn)

type Wish = {
  actorId: string
  personId: string
  period: Period
  held: readonly Period[]
}

/** Decides whether somebody may be approved: by somebody else, and for days on which they are not approved already. */
export function decideApproval({ actorId, personId, period, held }: Wish): Verdict {
  if (actorId === personId) return { allowed: false, because: 'Nobody approves themselves. Ask a colleague.' }
  if (held.some((other) => isMeeting(period, other)))
    return {
      allowed: false,
      because: 'This person is approved already on some of these days. End that approval first.',
    }
  return { allowed: true }
}
