import { isBarredFromPerson } from '#app/db/application-reading.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import {
  type CredentialKey,
  findCredentialKey,
  type HeldForChange,
  holdCredentialsOf,
  insertCredentialEvents,
  listForChange,
  listRestingOn,
} from '#app/db/held-for-change.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { endOfDay, isAboutThePerson, isEndOf, whyNot } from '#app/domain/credential/desk-rules.ts'
import { type CredentialState, credentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { requireOfficer } from '../require-officer.server.ts'
import { type ChangeOf, type CredentialChange, reasonOf } from './credential-change.ts'

export type DeskRefusal = { field: string; message: string }
export type Changed = { changed: string[] } | { refusal: DeskRefusal }

/** Two of the same person's credentials that were suspended in one go are lifted in one go. */
type Standing = HeldForChange & { standing: CredentialState; at: Date }

type Step = { officer: Actor; confirmed: readonly Confirmation[]; now: Date }

const general = (message: string) => ({ refusal: { field: '', message } })

/**
 * Suspends a credential, lifts that, or revokes it for ever; with `everything`, all statuses and notes of its holder at once. What the holder
 * has is held, so that of two at once one does it. Nobody does so over themselves, over somebody whom they supervise, or where they declared a
 * conflict of interest.
 * @returns the numbers that were changed, or why none was. Throws 404 for an unknown number.
 */
export async function changeCredential(
  officer: Actor,
  typedNumber: string,
  change: CredentialChange,
  now: Date,
  confirmed: readonly Confirmation[] = [],
): Promise<Changed> {
  requireOfficer(officer)
  const reading = parseCertificateNumber(typedNumber)
  return transact(async (tx) => {
    const key = 'number' in reading ? await findCredentialKey(tx, reading.number) : null
    if (!key) throw new Response('There is no such credential.', { status: 404 })
    await holdCredentialsOf(tx, key.userId)
    if (await isBarredFromPerson(tx, officer.id, key.userId))
      return general('You have a part in this, so others decide it.')
    const changed = await take(tx, key, change, { officer, confirmed, now })
    if ('changed' in changed && 'number' in reading)
      await deleteKeptForm(tx, officer, 'credential', `${reading.number}.${change.intent}`)
    return changed
  })
}

function take(tx: Db, key: CredentialKey, change: CredentialChange, step: Step): Promise<Changed> {
  switch (change.intent) {
    case 'suspend':
      return suspend(tx, key, change, step)
    case 'lift':
      return lift(tx, key, change, step)
    case 'revoke':
      return revoke(tx, key, change, step)
  }
}

async function suspend(tx: Db, key: CredentialKey, change: ChangeOf<'suspend'>, step: Step): Promise<Changed> {
  const until = change.lastDay === null ? null : endOfDay(change.lastDay)
  if (until && until <= step.now) return { refusal: { field: 'lastDay', message: 'This day is over.' } }
  if (change.everything && !isAboutThePerson(change.cause))
    return { refusal: { field: 'cause', message: 'This reason is about one credential, not about all of them.' } }
  const held = await readStanding(tx, key, change.everything, step)
  const open = change.everything
    ? held.filter(({ standing }) => standing.state === 'valid' || endsBefore(standing, until))
    : held.filter(({ standing }) => whyNot('suspend', standing) === null)
  if (open.length === 0) return general(whyNone('suspend', held))
  await insertCredentialEvents(
    tx,
    open.map(({ id, at }) => ({
      ...{ credentialId: id, kind: 'suspended', at, until },
      ...{ reason: reasonOf(change), actorId: step.officer.id },
    })),
  )
  return tell(tx, open, 'suspended', { cause: change.cause, until: until?.toISOString() ?? null }, step)
}

/** A suspension of one credential gives way to a longer one of all. */
const endsBefore = (standing: CredentialState, until: Date | null): boolean =>
  standing.state === 'suspended' && standing.until !== null && (until === null || standing.until < until)

async function lift(tx: Db, key: CredentialKey, change: ChangeOf<'lift'>, step: Step): Promise<Changed> {
  const held = await readStanding(tx, key, change.everything, step)
  const reasons = new Set(held.filter(({ id }) => id === key.id).map(lastReason))
  const open = held.filter((each) => whyNot('lift', each.standing) === null && reasons.has(lastReason(each)))
  if (!open.some(({ id }) => id === key.id))
    return general(
      whyNone(
        'lift',
        held.filter(({ id }) => id === key.id),
      ),
    )
  await insertCredentialEvents(
    tx,
    open.map(({ id, at }) => ({
      ...{ credentialId: id, kind: 'lifted', at },
      ...{ reason: change.text, actorId: step.officer.id },
    })),
  )
  return tell(tx, open, 'lifted', {}, step)
}

/** By which those are known that were suspended for the same. */
const lastReason = ({ events }: HeldForChange): string =>
  events.findLast(({ kind }) => kind === 'suspended')?.reason ?? ''

async function revoke(tx: Db, key: CredentialKey, change: ChangeOf<'revoke'>, step: Step): Promise<Changed> {
  const [one] = await readStanding(tx, key, false, step)
  if (!one) throw new Response('There is no such credential.', { status: 404 })
  const because = whyNot('revoke', one.standing)
  if (because) return general(because)
  if (!isEndOf(one.number, change.end))
    return { refusal: { field: 'end', message: 'These are not the last five characters of its number.' } }
  const { id: credentialId, at } = one
  const event = { credentialId, kind: 'revoked', at, reason: change.text, actorId: step.officer.id } as const
  await insertCredentialEvents(tx, [event])
  return tell(tx, [one], 'revoked', {}, step)
}

/** Events stand in the order in which they were made, also where a request has waited for another one. */
async function readStanding(tx: Db, key: CredentialKey, everything: boolean, { now }: Step): Promise<Standing[]> {
  const ids = everything && key.kind !== 'course_completion' ? await listRestingOn(tx, key.userId) : [key.id]
  return (await listForChange(tx, ids)).map((held) => {
    const at = new Date(Math.max(now.getTime(), ...held.events.map((event) => event.at.getTime() + 1)))
    return { ...held, at, standing: credentialState(held, at) }
  })
}

function whyNone(act: 'suspend' | 'lift', held: readonly Standing[]): string {
  const [only] = held
  if (held.length === 1 && only) return whyNot(act, only.standing) ?? 'There is nothing to change.'
  return 'None of them can be suspended: each has ended, or is suspended already.'
}

type Audited = Parameters<typeof recordAudit>[1]['details']

async function tell(
  tx: Db,
  changed: readonly Standing[],
  change: 'suspended' | 'lifted' | 'revoked',
  details: Audited,
  { officer, confirmed, now }: Step,
): Promise<Changed> {
  for (const { id, number } of changed)
    await recordAudit(tx, {
      ...{ actor: officer, action: `credential.${change}`, object: { kind: 'credential', id }, at: now },
      details: { number, ...details, ...auditedConfirmations(confirmed) },
    })
  const [first] = changed
  if (first) {
    const { userId, title, number } = first
    const params = { title, number, change, count: changed.length }
    await notify(tx, { userId, kind: 'credential-changed', params, now })
  }
  return { changed: changed.map(({ number }) => number) }
}
