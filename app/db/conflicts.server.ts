import type { ConflictKind } from '#app/domain/allocation.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

export type NewConflict = {
  markerId: string
  traineeId: string
  kind: ConflictKind
  note: string
  declaredById: string
  /** Whether it was declared over a script, whose marker is never told who wrote it. */
  isByScript: boolean
  now: Date
}

/** Declares a conflict. @returns its id; `undefined` where the same one stands already. */
export async function insertConflict(tx: Db, { now, ...conflict }: NewConflict): Promise<string | undefined> {
  const [declared] = await tx.conflict.createManyAndReturn({
    data: { ...conflict, declaredAt: now },
    select: { id: true },
    skipDuplicates: true,
  })
  return declared?.id
}

/** The scripts of a trainee that are with a marker and not locked, held until the transaction ends. */
export async function holdUnmarkedScripts(
  tx: Db,
  { markerId, traineeId }: { markerId: string; traineeId: string },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT al.id FROM allocation al JOIN attempt a ON a.id = al.attempt_id
    WHERE al.marker_id = ${markerId}::uuid AND al.state IN ('waiting', 'begun') AND a.user_id = ${traineeId}::uuid
    ORDER BY al.id FOR UPDATE OF al`
  return rows.map(({ id }) => id)
}

/** Whose conflicts somebody sees and ends: their own, and those about trainees of the cohorts in their reach. */
export type ConflictReach = { ownId: string; cohorts: CohortReach }

const isConflictInReach = ({ ownId, cohorts }: ConflictReach) => Prisma.sql`(
  cf.marker_id = ${ownId}::uuid OR ${cohorts === 'all' ? Prisma.sql`true` : isTraineeOf(Prisma.sql`cf.trainee_id`, cohorts)})`

const isTraineeOf = (traineeId: Prisma.Sql, cohorts: CohortReach) => Prisma.sql`
  EXISTS (SELECT 1 FROM cohort_member tm JOIN cohort c ON c.id = tm.cohort_id
          WHERE tm.user_id = ${traineeId} AND tm.part = 'trainee' AND ${isInReach(cohorts)})`

export type ListedConflict = {
  id: string
  markerId: string
  markerName: string
  /** Absent where it was declared over a script: nobody who marks is told who wrote it. */
  traineeName: string | null
  kind: ConflictKind
  note: string
  declaredAt: string
  endedAt: string | null
}

export type ConflictsPage = {
  conflicts: ListedConflict[]
  /** Whoever is a training lead now, by name. */
  markers: { id: string; name: string }[]
}

/** The conflicts in reach, those in force first, and the people who mark. One statement. */
export async function readConflicts(reach: ConflictReach, now: Date, limit: number): Promise<ConflictsPage> {
  const [row] = await db().$queryRaw<ConflictsPage[]>`
    SELECT
      (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT cf.id, cf.marker_id AS "markerId", m.name AS "markerName",
               CASE WHEN cf.is_by_script THEN NULL ELSE t.name END AS "traineeName",
               cf.kind, cf.note, cf.declared_at AS "declaredAt", cf.ended_at AS "endedAt"
        FROM conflict cf JOIN "user" m ON m.id = cf.marker_id JOIN "user" t ON t.id = cf.trainee_id
        WHERE ${isConflictInReach(reach)}
        ORDER BY cf.ended_at IS NOT NULL, lower(m.name), cf.id DESC LIMIT ${limit}) p) AS conflicts,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY lower(u.name), u.id), '[]')
       FROM "user" u WHERE ${isMarkerNow(Prisma.sql`u.id`, now)}) AS markers`
  return row ?? { conflicts: [], markers: [] }
}

/** Whether somebody may mark at this moment. */
export const isMarkerNow = (userId: Prisma.Sql, now: Date) => Prisma.sql`
  EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = ${userId} AND g.role = 'training_lead'
          AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now}))`

/**
 * The trainees whom a name or an e-mail address means: those of the cohorts in reach, and by the address anybody where `anywhere`
 * says so. Two at most, which is enough to know that there is more than one.
 */
export async function findTrainees(
  tx: Db,
  { who, cohorts, anywhere }: { who: string; cohorts: CohortReach; anywhere: boolean },
): Promise<{ id: string }[]> {
  const isInCohort = isTraineeOf(Prisma.sql`u.id`, cohorts)
  const isTrainee = Prisma.sql`EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'trainee')`
  return tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "user" u
    WHERE (u.email = lower(${who}) AND ${anywhere ? isTrainee : isInCohort}) OR (lower(u.name) = lower(${who}) AND ${isInCohort})
    ORDER BY u.id LIMIT 2`
}

/** Whether this person may mark now. */
export async function isMarker(tx: Db, userId: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`SELECT ${isMarkerNow(Prisma.sql`${userId}::uuid`, now)} AS is`
  return row?.is ?? false
}

/** A conflict in reach, held until the transaction ends. */
export async function holdConflict(
  tx: Db,
  id: string,
  reach: ConflictReach,
): Promise<{ id: string; isEnded: boolean } | undefined> {
  const [conflict] = await tx.$queryRaw<{ id: string; isEnded: boolean }[]>`
    SELECT cf.id, cf.ended_at IS NOT NULL AS "isEnded" FROM conflict cf
    WHERE cf.id::text = ${id} AND ${isConflictInReach(reach)} FOR UPDATE OF cf`
  return conflict
}

export async function saveEnded(tx: Db, id: string, now: Date): Promise<void> {
  await tx.conflict.update({ where: { id }, data: { endedAt: now }, select: { id: true } })
}
