import { SPECIALIST_NOTES, type SpecialistNote } from './credential/kinds.ts'
import { type CredentialFacts, type CredentialState, credentialState } from './credential/state.ts'
import type { Day } from './portfolio/entry.ts'

/** A status or a note, as it was issued, with what happened to it. */
export type HeldCredential = CredentialFacts & {
  id: string
  number: string
  kind: 'practitioner_status' | 'specialist_note'
  note: SpecialistNote | null
  title: string
  holderName: string
  /** When the status was granted. */
  awardedOn: Day
  validFrom: Date
  issuedAt: Date
  /** The one that it took the place of, after a correction or a renewal. */
  supersedesId: string | null
}

export type ShownStatus = {
  /** Of the credential that stood for it on the day. */
  number: string
  title: string
  /** When it was granted first, whatever took the place of what since. */
  since: Day
  validUntil: Date | null
  standing: CredentialState
}

export type RegisterEntry = { name: string; statuses: ShownStatus[]; notes: SpecialistNote[] }

/**
 * How long a status that was revoked, lapsed or expired stays in the register with that state. An employer who looks somebody up
 * between two renewals must find it; what ended long ago is nobody's business there, and its number still answers.
 */
export const SHOWN_AFTER_END_YEARS = 2

/** What ended before this moment is in the register no longer. */
export function forgottenBefore(now: Date): Date {
  const moment = new Date(now)
  moment.setUTCFullYear(now.getUTCFullYear() - SHOWN_AFTER_END_YEARS)
  return moment
}

/**
 * What the register says of somebody: by the name that their newest status says, each status with its state on a day, and the notes
 * that held on it.
 * @param held all their statuses and notes.
 * @param on the moment that is asked about; not after `now`.
 * @returns undefined where there is nothing to say: no status began by then, or all of them ended too long ago.
 */
export function registerEntry(held: readonly HeldCredential[], on: Date, now: Date): RegisterEntry | undefined {
  const statuses = held.filter(({ kind }) => kind === 'practitioner_status')
  const heads = statuses
    .filter((credential) => !wasSuperseded(credential, now) && !isForgotten(credential, now))
    .toSorted((one, other) => other.issuedAt.getTime() - one.issuedAt.getTime())
  const shown = heads.flatMap((head) => statusOn(chainOf(head, statuses), on) ?? [])
  if (!heads[0] || shown.length === 0) return undefined
  return { name: heads[0].holderName, statuses: shown, notes: notesOn(held, shown, on) }
}

/** A credential and all before it, the newest first. */
function chainOf(head: HeldCredential, all: readonly HeldCredential[]): HeldCredential[] {
  const chain = [head]
  for (let link = head; ; ) {
    const before = all.find(({ id }) => id === link.supersedesId)
    if (!before) return chain
    chain.push(before)
    link = before
  }
}

function statusOn(chain: readonly HeldCredential[], on: Date): ShownStatus | undefined {
  const stood = chain.find((credential) => hadBegun(credential, on) && !wasSuperseded(credential, on))
  const first = chain.at(-1)
  if (!stood || !first) return undefined
  const { number, title, validUntil } = stood
  return { number, title, since: first.awardedOn, validUntil, standing: credentialState(stood, on) }
}

/** In the order of the list. A note says nothing beside a status that does not hold. */
function notesOn(held: readonly HeldCredential[], shown: readonly ShownStatus[], on: Date): SpecialistNote[] {
  if (!shown.some(({ standing }) => standing.state === 'valid')) return []
  const valid = held.filter(
    (credential) => hadBegun(credential, on) && credentialState(credential, on).state === 'valid',
  )
  return SPECIALIST_NOTES.filter((note) => valid.some((credential) => credential.note === note))
}

/** One that takes the place of another begins when it takes it: until then the other stood. */
const hadBegun = ({ supersedesId, validFrom, issuedAt }: HeldCredential, on: Date) =>
  (supersedesId ? issuedAt : validFrom) <= on

const wasSuperseded = ({ events }: HeldCredential, on: Date) =>
  events.some(({ kind, at }) => kind === 'superseded' && at <= on)

function isForgotten({ validUntil, events }: HeldCredential, now: Date): boolean {
  const limit = forgottenBefore(now)
  const ends = events.filter(({ kind }) => kind === 'revoked' || kind === 'lapsed').map(({ at }) => at)
  return [...ends, ...(validUntil ? [validUntil] : [])].some((end) => end <= limit)
}
