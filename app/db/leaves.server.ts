import type { LeaveDays } from '#app/domain/enrolment/leave.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Db, Prisma } from './client.server.ts'

export type RequestAnswer = 'agreed' | 'declined' | 'taken_back'

export type HeldLeave = LeaveDays & {
  id: string
  userId: string
  cohortId: string
  answer: RequestAnswer | null
}

const columns = Prisma.sql`
  l.id, l.user_id AS "userId", l.cohort_id AS "cohortId", to_char(l.from_on, 'YYYY-MM-DD') AS "from",
  to_char(l.until_on, 'YYYY-MM-DD') AS until, l.answer::text AS answer`

/** A leave, held until the transaction ends. */
export async function holdLeave(tx: Db, id: string): Promise<HeldLeave | undefined> {
  const [row] = await tx.$queryRaw<HeldLeave[]>`
    SELECT ${columns} FROM leave l WHERE l.id = ${id}::uuid FOR UPDATE OF l`
  return row
}

/** The leaves of a person from one cohort that were asked for and not declined, or that were agreed. */
export const listStandingLeaves = (tx: Db, userId: string, cohortId: string): Promise<HeldLeave[]> =>
  tx.$queryRaw`
    SELECT ${columns} FROM leave l
    WHERE l.user_id = ${userId}::uuid AND l.cohort_id = ${cohortId}::uuid AND (l.answer IS NULL OR l.answer = 'agreed')
    ORDER BY l.from_on, l.id`

type NewLeave = LeaveDays & {
  userId: string
  cohortId: string
  reason: string
  /** Who agreed to it at once; null while nobody has. */
  agreedById: string | null
  now: Date
}

export async function insertLeave(tx: Db, { from, until, agreedById, now, ...leave }: NewLeave): Promise<string> {
  const days = { fromOn: new Date(from), untilOn: new Date(until), askedAt: now }
  const answer = agreedById ? ({ answer: 'agreed', answeredById: agreedById, answeredAt: now } as const) : {}
  return (await tx.leave.create({ data: { ...leave, ...days, ...answer }, select: { id: true } })).id
}

export async function answerLeaveRow(
  tx: Db,
  id: string,
  { answer, byId, now }: { answer: RequestAnswer; byId: string; now: Date },
): Promise<void> {
  await tx.leave.update({
    where: { id },
    data: { answer, answeredById: byId, answeredAt: now },
    select: { id: true },
  })
}

export async function saveLastDay(tx: Db, id: string, until: Day): Promise<void> {
  await tx.leave.update({ where: { id }, data: { untilOn: new Date(until) }, select: { id: true } })
}

/** As JSON has it. */
export type ReadLeave = LeaveDays & { id: string; answer: RequestAnswer | null; reason: string; askedAt: string }

/** The leaves of a person from a cohort that are not taken back, the first day first: a JSON array. */
export const leavesOf = (userId: Prisma.Sql, cohortId: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', l.id, 'from', l.from_on, 'until', l.until_on, 'answer', l.answer, 'reason', l.reason,
           'askedAt', l.asked_at) ORDER BY l.from_on, l.id)
  FROM leave l WHERE l.user_id = ${userId} AND l.cohort_id = ${cohortId} AND l.answer IS DISTINCT FROM 'taken_back'), '[]')`

/** The days of a person's agreed leaves, as JSON. @param which a condition on `l`. */
export const agreedDays = (which: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('from', l.from_on, 'until', l.until_on)) FROM leave l
  WHERE l.answer = 'agreed' AND ${which}), '[]')`
