import type { EnrolmentEvent, EnrolmentEventKind } from '#app/domain/enrolment/history.ts'
import type { LeaveDays } from '#app/domain/enrolment/leave.ts'
import { type Db, Prisma } from './client.server.ts'

type NewEvent = {
  userId: string
  courseId: string
  kind: EnrolmentEventKind
  cohortId?: string
  toCohortId?: string
  /** Of a leave: its days. */
  leave?: LeaveDays
  /** For the leads of the course alone. */
  reason?: string
  /** Null where it followed by itself. */
  byId: string | null
  at: Date
}

/** Appends to the history of somebody on a course, in the transaction of what it tells. */
export async function recordEnrolmentEvent(tx: Db, { leave, ...event }: NewEvent): Promise<void> {
  const days = leave ? { fromOn: new Date(leave.from), untilOn: new Date(leave.until) } : {}
  await tx.enrolmentEvent.create({ data: { ...event, ...days }, select: { id: true } })
}

/** As JSON has it. */
export type ReadEvent = Omit<EnrolmentEvent, 'at'> & { at: string; reason: string }

/** The history of a person on a course, the first event first: a JSON array. */
export const historyOf = (userId: Prisma.Sql, courseId: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('kind', ev.kind, 'at', ev.at, 'by', eb.name, 'isOwn', ev.by_id IS NOT DISTINCT FROM ev.user_id,
           'cohort', ec.name, 'toCohort', et.name, 'from', ev.from_on, 'until', ev.until_on, 'reason', ev.reason) ORDER BY ev.at, ev.id)
  FROM enrolment_event ev LEFT JOIN "user" eb ON eb.id = ev.by_id
    LEFT JOIN cohort ec ON ec.id = ev.cohort_id LEFT JOIN cohort et ON et.id = ev.to_cohort_id
  WHERE ev.user_id = ${userId} AND ev.course_id = ${courseId}), '[]')`

export const eventOf = ({ at, reason: _, ...event }: ReadEvent): EnrolmentEvent => ({ ...event, at: new Date(at) })
