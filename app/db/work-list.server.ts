import { APPROVAL_ENDING_DAYS, SUSPENSION_ENDING_MS, type WorkKind } from '#app/domain/work-list.ts'
import { hasPartIn } from './application-reading.server.ts'
import { db, Prisma } from './client.server.ts'
import { standingCertificate } from './course-facts.server.ts'
import { stateAt } from './credential-state.server.ts'
import { hasOpenAppeal } from './held-statuses.server.ts'
import { isUninvolved } from './marking-records.server.ts'
import { untouchedTrainings } from './trainings.server.ts'

export type WorkCount = {
  kind: WorkKind
  count: number
  /** Of what waits: since when the longest does. Of what ends: when the first does. */
  oldest: Date
}

type Asked = { readerId: string; today: string; now: Date }

/** What waits or ends, by kind: without what this reader has a part in. One statement. */
export function countWork({ readerId, today, now }: Asked): Promise<WorkCount[]> {
  const reader = Prisma.sql`${readerId}::uuid`
  const isOpenTo = (person: Prisma.Sql) => Prisma.sql`NOT ${hasPartIn(reader, person)}`
  const parts = [
    concerns(reader),
    certificates(reader),
    statuses(reader, isOpenTo),
    corrections(isOpenTo),
    applications(reader, isOpenTo),
    markAppeals(reader),
    Prisma.sql`SELECT 'trainings' AS kind, v.made_at AS at FROM ${untouchedTrainings(readerId)}`,
    suspensions(now),
    approvals('supervisors-ending', Prisma.sql`supervisor_approval`, Prisma.sql`user_id`, today),
    approvals('providers-ending', Prisma.sql`provider_approval`, Prisma.sql`provider_id`, today),
  ]
  return db().$queryRaw<WorkCount[]>`
    SELECT kind, count(*)::int AS count, min(at) AS oldest FROM (${Prisma.join(parts, ' UNION ALL ')}) work
    WHERE kind IS NOT NULL GROUP BY kind`
}

/** Nobody closes their own. */
const concerns = (reader: Prisma.Sql) => Prisma.sql`
  SELECT 'concerns' AS kind, c.raised_at AS at FROM concern c WHERE c.closed_at IS NULL AND c.raised_by_id <> ${reader}`

const certificates = (reader: Prisma.Sql) => Prisma.sql`
  SELECT 'certificates' AS kind, e.completed_at AS at
  FROM enrolment e LEFT JOIN ${standingCertificate} c ON c.enrolment_id = e.id
  WHERE e.completed_at IS NOT NULL AND c.id IS NULL AND e.user_id <> ${reader}`

type IsOpenTo = (person: Prisma.Sql) => Prisma.Sql

/** A prepared one waits for a second person, who is not the one who prepared it. */
const statuses = (reader: Prisma.Sql, isOpenTo: IsOpenTo) => Prisma.sql`
  SELECT 'statuses', a.closed_at FROM status_record s JOIN application a ON a.id = s.application_id
  WHERE NOT EXISTS (SELECT 1 FROM credential c WHERE c.status_record_id = s.id AND c.note IS NULL)
    AND NOT EXISTS (SELECT 1 FROM credential_release r
                    WHERE r.status_record_id = s.id AND r.note IS NULL AND r.returned_at IS NULL)
    AND ${isOpenTo(Prisma.sql`s.user_id`)}
  UNION ALL
  SELECT 'releases', r.at FROM credential_release r JOIN status_record s ON s.id = r.status_record_id
  WHERE r.returned_at IS NULL AND r.by_id <> ${reader} AND ${isOpenTo(Prisma.sql`s.user_id`)}
    AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.status_record_id = s.id AND c.note IS NOT DISTINCT FROM r.note)`

const corrections = (isOpenTo: IsOpenTo) => Prisma.sql`
  SELECT 'corrections', q.asked_at FROM correction_request q JOIN credential c ON c.id = q.credential_id
  WHERE q.closed_at IS NULL AND ${isOpenTo(Prisma.sql`c.user_id`)}`

const isAppealOpen = hasOpenAppeal(Prisma.sql`a.id`)

/** One that this reader has spoken on last waits for somebody else. */
const applications = (reader: Prisma.Sql, isOpenTo: IsOpenTo) => Prisma.sql`
  SELECT CASE WHEN ${isAppealOpen} THEN 'application-appeals'
              WHEN a.closed_at IS NOT NULL THEN NULL
              WHEN a.state = 'more_asked' THEN 'with-applicant'
              WHEN a.assessor_id IS NOT NULL AND last.asked = 'referred' THEN 'with-assessor'
              WHEN last.kind = 'recommended' AND last.by_id = ${reader} THEN NULL
              WHEN a.renews_id IS NOT NULL THEN 'renewals'
              ELSE 'applications' END, last.at
  FROM application a JOIN LATERAL (
    SELECT e.kind::text, e.by_id, e.at,
           (SELECT r.kind::text FROM application_event r WHERE r.application_id = a.id AND r.kind IN ('referred', 'opinion')
            ORDER BY r.at DESC, r.id DESC LIMIT 1) AS asked
    FROM application_event e WHERE e.application_id = a.id ORDER BY e.at DESC, e.id DESC LIMIT 1) last ON true
  WHERE (a.closed_at IS NULL OR ${isAppealOpen}) AND ${isOpenTo(Prisma.sql`a.user_id`)}`

/** One that somebody else has taken on does not wait for this reader. */
const markAppeals = (reader: Prisma.Sql) => Prisma.sql`
  SELECT 'mark-appeals', p.lodged_at FROM appeal p JOIN attempt at ON at.id = p.attempt_id
  WHERE p.decided_at IS NULL AND (p.handler_id IS NULL OR p.handler_id = ${reader}) AND ${isUninvolved(reader)}`

const suspensions = (now: Date) => Prisma.sql`
  SELECT 'suspensions-ending', ev.until
  FROM credential c JOIN LATERAL (
    SELECT e.until FROM credential_event e WHERE e.credential_id = c.id AND e.kind = 'suspended' ORDER BY e.at DESC, e.id DESC LIMIT 1
  ) ev ON ev.until > ${now} AND ev.until <= ${new Date(now.getTime() + SUSPENSION_ENDING_MS)}
  WHERE ${stateAt(Prisma.sql`c`, now)} = 'suspended'`

/** The last approval of each that ends soon. */
const approvals = (kind: WorkKind, table: Prisma.Sql, of: Prisma.Sql, today: string) => Prisma.sql`
  SELECT ${kind}::text, p.ends_on::timestamptz FROM ${table} p
  WHERE p.ends_on BETWEEN ${today}::date AND ${today}::date + ${APPROVAL_ENDING_DAYS}::int AND p.starts_on <= p.ends_on
    AND NOT EXISTS (SELECT 1 FROM ${table} later WHERE later.${of} = p.${of} AND (later.ends_on IS NULL OR later.ends_on > p.ends_on))`
