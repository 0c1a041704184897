import { freePlaces, placeSteps } from '#app/domain/enrolment/places.ts'
import { momentWords } from '#app/domain/live/when.ts'
import type { NoticeKind } from '#app/domain/notices.ts'
import { HOUR_MS } from '#app/domain/time.ts'
import { recordAudit } from './audit.server.ts'
import type { Db } from './client.server.ts'
import { insertTrainee } from './cohorts.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'
import { notify } from './notices.server.ts'
import { deleteWait, type HeldPlaces, holdPlaces, keepPlace, listAcceptedPlaces } from './places.server.ts'

/** A cohort whose waiting list has just been settled. */
export type SettledPlaces = HeldPlaces & { free: number | null }

/**
 * Holds a cohort until the transaction ends and does what is due on its waiting list: offers that ran out end, and free places are
 * offered to whoever waits the longest. Whoever gives a place, frees one or looks at the list calls it first.
 */
export async function settlePlaces(tx: Db, cohortId: string, now: Date): Promise<SettledPlaces | undefined> {
  const before = await holdPlaces(tx, cohortId)
  if (!before) return undefined
  const { lapsed, offered } = placeSteps(before, before.list, now)
  for (const userId of lapsed) await lapse(tx, before, userId, now)
  for (const userId of offered) await offer(tx, before, userId, now)
  const held = lapsed.length + offered.length > 0 ? await holdPlaces(tx, cohortId) : before
  if (!held) return undefined
  const kept = held.list.filter(({ offerUntil }) => offerUntil !== null).length
  return { ...held, free: freePlaces({ ...held, kept }) }
}

async function lapse(tx: Db, cohort: HeldPlaces, userId: string, now: Date): Promise<void> {
  await deleteWait(tx, { cohortId: cohort.id, userId })
  await recordPlace(tx, cohort, { userId, kind: 'lapsed', byId: null, now })
  await tell(tx, cohort, { userId, kind: 'place-lapsed', now })
}

async function offer(tx: Db, cohort: HeldPlaces, userId: string, now: Date): Promise<void> {
  const offerUntil = new Date(now.getTime() + cohort.offerHours * HOUR_MS)
  await keepPlace(tx, { cohortId: cohort.id, userId }, { offeredAt: now, offerUntil, acceptedAt: null })
  await recordPlace(tx, cohort, { userId, kind: 'offered', byId: null, now })
  await tell(tx, cohort, { userId, kind: 'place-offered', offerUntil, now })
}

type Step = {
  userId: string
  kind: 'waiting' | 'offered' | 'declined' | 'lapsed'
  byId: string | null
  now: Date
}

/** Keeps what happened on a waiting list, in the person's history and in the audit trail. */
export async function recordPlace(tx: Db, cohort: HeldPlaces, { userId, kind, byId, now }: Step): Promise<void> {
  const { id: cohortId, courseId } = cohort
  await recordEnrolmentEvent(tx, { userId, courseId, cohortId, kind, byId, at: now })
  await recordAudit(tx, {
    actor: byId ? { id: byId } : null,
    action: `place.${kind}`,
    object: { kind: 'cohort', id: cohortId },
    details: { userId },
    at: now,
  })
}

type Telling = { userId: string; now: Date } & (
  | { kind: Extract<NoticeKind, 'place-lapsed'> }
  | { kind: Extract<NoticeKind, 'place-offered'>; offerUntil: Date }
)

async function tell(tx: Db, cohort: HeldPlaces, told: Telling): Promise<void> {
  const { userId, now } = told
  const { name: cohortName, courseTitle, courseSlug } = cohort
  const shared = { cohortName, courseTitle, path: `/learn/${courseSlug}/enrolment` } as const
  if (told.kind === 'place-lapsed') return notify(tx, { userId, kind: told.kind, params: shared, now })
  const { timeZone } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { timeZone: true } })
  const params = { ...shared, until: momentWords(told.offerUntil, timeZone) }
  await notify(tx, { userId, kind: told.kind, params, now })
}

/** Makes somebody a trainee of a cohort for whom a place is free or kept, and takes them off its list. */
export async function takePlace(
  tx: Db,
  cohort: HeldPlaces,
  { userId, byId, now }: { userId: string; byId: string | null; now: Date },
): Promise<void> {
  await deleteWait(tx, { cohortId: cohort.id, userId })
  if (!(await insertTrainee(tx, { cohort, userId, byId, now }))) return
  await recordAudit(tx, {
    actor: byId ? { id: byId } : null,
    action: 'cohort.trainee-added',
    object: { kind: 'cohort', id: cohort.id },
    details: { userId },
    at: now,
  })
}

/** Gives somebody who has just come onto a course the places in its cohorts that were kept until they paid. */
export async function takeKeptPlaces(
  tx: Db,
  { userId, courseId, now }: { userId: string; courseId: string; now: Date },
): Promise<void> {
  for (const cohortId of await listAcceptedPlaces(tx, userId, courseId, now)) {
    const cohort = await settlePlaces(tx, cohortId, now)
    if (cohort?.list.some((one) => one.userId === userId)) await takePlace(tx, cohort, { userId, byId: userId, now })
  }
}
