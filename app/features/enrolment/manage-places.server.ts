import { findAccountId, insertAccount } from '#app/db/accounts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { whyNotEnrol } from '#app/db/enrolment-guard.server.ts'
import { sendAccountMail } from '#app/db/notices.server.ts'
import {
  type CohortPlaces,
  deleteWait,
  insertWait,
  listUnsettled,
  type PlaceSettings,
  readPlaces,
  savePlaceSettings,
} from '#app/db/places.server.ts'
import { insertGrant } from '#app/db/role-grants.server.ts'
import { recordPlace, settlePlaces } from '#app/db/settle-places.server.ts'
import type { Actor, Profession } from '#app/domain/people.ts'

/** A cohort's places and its waiting list, settled as of now. Throws 404 for a cohort out of the actor's reach. */
export async function viewPlaces(actor: Actor, id: string, now: Date): Promise<CohortPlaces> {
  const read = await readPlaces(id, cohortsOf(actor), now)
  if (!read) throw new Response('There is no such cohort.', { status: 404 })
  if (!read.isUnsettled) return read
  await transact((tx) => settlePlaces(tx, id, now))
  return (await readPlaces(id, cohortsOf(actor), now)) ?? read
}

/**
 * Sets how many a cohort takes and from when to when people may join it by themselves. With fewer places than trainees nobody is
 * sent away; with more, whoever waits is offered them at once. Throws as {@link viewPlaces}.
 */
export function setPlaces(actor: Actor, id: string, settings: PlaceSettings, now: Date): Promise<void> {
  return transact(async (tx) => {
    const { id: cohortId } = await hold(tx, actor, id)
    await savePlaceSettings(tx, cohortId, settings)
    const object = { kind: 'cohort', id: cohortId }
    await recordAudit(tx, { actor, action: 'cohort.places-set', object, details: settings, at: now })
    await settlePlaces(tx, cohortId, now)
  })
}

/** Puts somebody onto the waiting list. @param email in lower case. @returns why not. Throws as {@link viewPlaces}. */
export function putOnList(
  actor: Actor,
  id: string,
  email: string,
  now: Date,
): Promise<{ isDone: true } | { refused: string }> {
  return transact(async (tx) => {
    const { id: cohortId } = await hold(tx, actor, id)
    const userId = await findAccountId(tx, email)
    if (!userId) return { refused: 'No account has this address.' }
    return put(tx, actor, { cohortId, userId }, now)
  })
}

type Put = { isDone: true } | { refused: string }

async function put(tx: Db, actor: Actor, key: { cohortId: string; userId: string }, now: Date): Promise<Put> {
  const { cohortId, userId } = key
  const isMember = await tx.cohortMember.count({ where: { cohortId, userId } })
  if (isMember > 0) return { refused: 'The person with this address is in the cohort already.' }
  const cohort = await settlePlaces(tx, cohortId, now)
  if (!cohort || cohort.list.some((one) => one.userId === userId)) return { refused: 'They are on the list already.' }
  const refused = await whyNotEnrol(tx, userId, cohort.courseId, 'lead')
  if (refused) return { refused }
  await insertWait(tx, { cohortId, userId }, now)
  await recordPlace(tx, cohort, { userId, kind: 'waiting', byId: actor.id, now })
  await settlePlaces(tx, cohortId, now)
  return { isDone: true }
}

export type Invited = { email: string; name: string; profession: Profession }

/**
 * Invites somebody who has no account to a cohort: makes one for a trainee, mails the invitation to choose a password, and puts them
 * onto the list, so that a free place is offered to them at once. @returns why not; nothing was made then. Throws as {@link viewPlaces}.
 */
export async function inviteToCohort(actor: Actor, id: string, invited: Invited, now: Date): Promise<Put> {
  try {
    return await transact(async (tx) => {
      const { id: cohortId } = await hold(tx, actor, id)
      const account = await insertAccount(tx, { ...invited, passwordHash: null, createdAt: now })
      const userId = account.id
      if (account.isNew) {
        await insertGrant(tx, { userId, role: 'trainee', startsAt: now, endsAt: null, grantedById: actor.id })
        await sendAccountMail(tx, { userId, kind: 'invitation', params: { inviter: actor.name }, now })
        const object = { kind: 'user', id: userId }
        await recordAudit(tx, { actor, action: 'person.invited', object, details: { cohortId }, at: now })
      }
      const answer = await put(tx, actor, { cohortId, userId }, now)
      if ('refused' in answer) throw new NotInvited(answer.refused)
      return answer
    })
  } catch (error) {
    if (error instanceof NotInvited) return { refused: error.message }
    throw error
  }
}

/** Undoes what the transaction has made so far. */
class NotInvited extends Error {}

/** Takes somebody off the waiting list, with the offer that they may hold. Throws as {@link viewPlaces}. */
export function takeOffList(actor: Actor, id: string, userId: string, now: Date): Promise<void> {
  return transact(async (tx) => {
    const { id: cohortId } = await hold(tx, actor, id)
    const cohort = await settlePlaces(tx, cohortId, now)
    if (!cohort || !(await deleteWait(tx, { cohortId, userId }))) return
    await recordPlace(tx, cohort, { userId, kind: 'declined', byId: actor.id, now })
    await settlePlaces(tx, cohortId, now)
  })
}

async function hold(tx: Db, actor: Actor, id: string) {
  const cohort = await holdCohort(tx, id, cohortsOf(actor))
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  return cohort
}

/** Does what is due on every waiting list, each by itself. @returns how many there were. */
export async function settleAllPlaces(now: Date): Promise<number> {
  const ids = await listUnsettled(now)
  for (const id of ids) await transact((tx) => settlePlaces(tx, id, now))
  return ids.length
}
