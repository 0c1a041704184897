import type { CredentialKind, SpecialistNote } from '#app/domain/credential/kinds.ts'
import type { CredentialEvent } from '#app/domain/credential/state.ts'
import { hasPartIn } from './application-reading.server.ts'
import { type Db, db, Prisma } from './client.server.ts'

type Moment<Json> = Json extends true ? string : Date

/** What happened to a credential, by whom and why. */
type Happened<Json extends boolean> = {
  kind: CredentialEvent['kind']
  at: Moment<Json>
  until: Moment<Json> | null
  reason: string
  /** Absent for what the clock did. */
  by: string | null
}

type Correction<Json extends boolean> = {
  id: string
  text: string
  askedAt: Moment<Json>
  closedAt: Moment<Json> | null
  isGranted: boolean | null
  answer: string
}

/** What it rests on. */
type CourseText<Json extends boolean> = {
  id: string
  enrolmentId: string
  courseVersionId: string
  courseTitle: string
  courseFormat: string
  cpdHours: number
  startedAt: Moment<Json>
  completedAt: Moment<Json>
}

type Row<Json extends boolean> = {
  id: string
  number: string
  kind: CredentialKind
  note: SpecialistNote | null
  /** Absent for certificates of courses. */
  statusRecordId: string | null
  userId: string
  holderName: string
  /** As the holder writes it today. */
  nameToday: string
  title: string
  validFrom: Date
  validUntil: Date | null
  issuedAt: Date
  issuedBy: string | null
  /** Absent for statuses and notes. */
  course: CourseText<Json> | null
  supersedes: string | null
  supersededBy: string | null
  events: Happened<Json>[]
  /** Every time that it was signed. */
  signings: { version: number; at: Moment<Json> }[]
  corrections: Correction<Json>[]
  /** Other statuses and notes of the holder. */
  others: number
  isBarred: boolean
}

export type CredentialRow = Row<false>

const nameOf = (id: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${id} IS NOT NULL THEN coalesce((SELECT n.name FROM "user" n WHERE n.id = ${id}), 'A former member') END`

/**
 * One credential with everything that happened to it. One statement.
 * @param reader `holderId` finds it only if it is this person's.
 */
export async function findCredentialRow(
  number: string,
  reader: { readerId: string } | { holderId: string },
  tx: Db = db(),
): Promise<CredentialRow | null> {
  const readerId = 'readerId' in reader ? reader.readerId : reader.holderId
  const holderId = 'holderId' in reader ? reader.holderId : null
  const [row] = await tx.$queryRaw<Row<true>[]>`
    SELECT c.id, c.number, c.kind::text AS kind, c.note::text AS note, c.status_record_id AS "statusRecordId", c.user_id AS "userId", c.holder_name AS "holderName", u.name AS "nameToday", c.title,
           c.valid_from AS "validFrom", c.valid_until AS "validUntil", c.issued_at AS "issuedAt",
           ${nameOf(Prisma.sql`cert.issued_by_id`)} AS "issuedBy",
           CASE WHEN cert.id IS NOT NULL THEN json_build_object(
             'id', cert.id, 'enrolmentId', cert.enrolment_id, 'courseVersionId', cert.course_version_id, 'courseTitle', cert.course_title,
             'courseFormat', cert.course_format, 'cpdHours', cert.cpd_hours, 'startedAt', cert.started_at,
             'completedAt', cert.completed_at) END AS course,
           (SELECT b.number FROM credential b WHERE b.id = c.supersedes_id) AS supersedes,
           (SELECT l.number FROM credential l WHERE l.supersedes_id = c.id) AS "supersededBy",
           (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'until', e.until, 'reason', e.reason,
                     'by', ${nameOf(Prisma.sql`e.actor_id`)}) ORDER BY e.at, e.id), '[]')
            FROM credential_event e WHERE e.credential_id = c.id) AS events,
           (SELECT coalesce(json_agg(json_build_object('version', s.version, 'at', s.signed_at) ORDER BY s.version), '[]')
            FROM signed_credential s WHERE s.credential_id = c.id) AS signings,
           (SELECT coalesce(json_agg(json_build_object('id', q.id, 'text', q.text, 'askedAt', q.asked_at, 'closedAt', q.closed_at,
                     'isGranted', q.is_granted, 'answer', q.answer) ORDER BY q.asked_at, q.id), '[]')
            FROM correction_request q WHERE q.credential_id = c.id) AS corrections,
           (SELECT count(*)::int FROM credential o
            WHERE o.user_id = c.user_id AND o.id <> c.id AND o.kind <> 'course_completion') AS others,
           ${hasPartIn(Prisma.sql`${readerId}::uuid`, Prisma.sql`c.user_id`)} AS "isBarred"
    FROM credential c JOIN "user" u ON u.id = c.user_id LEFT JOIN certificate cert ON cert.id = c.certificate_id
    WHERE c.number = ${number} AND (${holderId}::uuid IS NULL OR c.user_id = ${holderId}::uuid)`
  return row ? withDates(row) : null
}

const moment = (text: string | null) => (text === null ? null : new Date(text))

const withDates = ({ events, signings, corrections, course, ...row }: Row<true>): CredentialRow => ({
  ...row,
  course: course && {
    ...course,
    startedAt: new Date(course.startedAt),
    completedAt: new Date(course.completedAt),
  },
  events: events.map((event) => ({ ...event, at: new Date(event.at), until: moment(event.until) })),
  signings: signings.map(({ version, at }) => ({ version, at: new Date(at) })),
  corrections: corrections.map((asked) => ({
    ...asked,
    askedAt: new Date(asked.askedAt),
    closedAt: moment(asked.closedAt),
  })),
})
