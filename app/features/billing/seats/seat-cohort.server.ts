import type { Db } from '#app/db/client.server.ts'
import { deleteTrainee } from '#app/db/cohorts.server.ts'
import { deleteWait, insertWait } from '#app/db/places.server.ts'
import type { PurchaseRow } from '#app/db/seat-purchases.server.ts'
import { recordPlace, settlePlaces, takePlace } from '#app/db/settle-places.server.ts'

type Person = { userId: string; byId: string; now: Date }

/** Whoever takes a seat joins the cohort that it is for, or its waiting list while every place is taken. */
export async function joinSeatCohort(tx: Db, { cohortId }: PurchaseRow, { userId, byId, now }: Person): Promise<void> {
  const cohort = cohortId ? await settlePlaces(tx, cohortId, now) : undefined
  if (!cohort) return
  if (cohort.free !== 0) return takePlace(tx, cohort, { userId, byId, now })
  await insertWait(tx, { cohortId: cohort.id, userId }, now)
  await recordPlace(tx, cohort, { userId, kind: 'waiting', byId, now })
}

/** Whose seat is taken back leaves the cohort that it was for, and the place goes to whoever waits. */
export async function leaveSeatCohort(tx: Db, { cohortId }: PurchaseRow, { userId, byId, now }: Person): Promise<void> {
  const cohort = cohortId ? await settlePlaces(tx, cohortId, now) : undefined
  if (!cohort) return
  await deleteWait(tx, { cohortId: cohort.id, userId })
  await deleteTrainee(tx, { cohort, userId, byId, now })
  await settlePlaces(tx, cohort.id, now)
}
