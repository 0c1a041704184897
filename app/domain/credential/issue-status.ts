import { unsettableReason } from '../certificate.ts'
import type { CredentialState } from './state.ts'

/** Somebody prepared it for a second person. */
export type Prepared = {
  byId: string
  byName: string
  at: Date
  /** What they saw that it would say. */
  seen: string
}

/** A credential of a status that was granted, or of a note of it, before it is issued. */
export type StatusCandidate = {
  holderId: string
  /** The number of the one that was issued already. */
  issuedNumber: string | null
  /** Whether the officer has a part in it: supervises the holder, say. */
  isBarred: boolean
  isTermOver: boolean
  /** What the credential that this one renews is today. */
  renewedState: CredentialState['state'] | null
  /** Of a note: what the evidence supports. Absent for the status itself. */
  support: { isSupported: boolean } | null
  /** Letters that no font here has. */
  unsettable: readonly string[]
  /** How many people it takes, by its pathway. */
  people: 1 | 2
  /** A fingerprint of what it would say today. */
  seen: string
  prepared: Prepared | null
}

/** What the officer can do with it now. */
export type StatusStep = 'issue' | 'prepare' | 'release'
export type StatusDecision = { step: StatusStep } | { step: null; because: string }

/** Whether this officer may issue, prepare or release this, or why not. */
export function decideStatus(candidate: StatusCandidate, officerId: string): StatusDecision {
  const refuse = (because: string): StatusDecision => ({ step: null, because })
  const { issuedNumber, holderId, renewedState, support, unsettable, people, prepared } = candidate
  if (issuedNumber) return refuse(`Issued already, with the number ${issuedNumber}.`)
  if (holderId === officerId) return refuse('Your own: another officer has to issue it.')
  if (candidate.isBarred) return refuse('You have a part in this, so others issue it.')
  if (candidate.isTermOver) return refuse('Its last day is over, so it would end before it began.')
  if (renewedState === 'revoked') return refuse('The one that it renews was revoked, and a renewal does not undo that.')
  if (renewedState === 'suspended') return refuse('The one that it renews is suspended. Lift or revoke that one first.')
  if (support && !support.isSupported) return refuse('The evidence that was handed in does not support this note.')
  if (unsettable.length > 0) return refuse(unsettableReason(unsettable))
  if (people === 1) return { step: 'issue' }
  if (!prepared) return { step: 'prepare' }
  if (prepared.seen !== candidate.seen)
    return refuse(
      'It would say something else now than when it was prepared. Send it back, so that it is prepared again.',
    )
  if (prepared.byId === officerId) return refuse('You prepared it: somebody else has to release it.')
  return { step: 'release' }
}
