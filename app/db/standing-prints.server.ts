import { Prisma, readRows } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { type HeldStatus, heldBy } from './held-statuses.server.ts'

/** Somebody with the print of all that their pathway is judged by: while that is the same, so is what it is judged by. */
export type PrintedPerson = {
  userId: string
  name: string
  timeZone: string
  print: string
  /** What was granted to them, the latest first. */
  statuses: HeldStatus[]
}

/** Whoever follows a pathway or keeps a portfolio, by a part of their name where it is given. */
export const whoeverIsOnTheWay = (name = ''): Prisma.Sql => Prisma.sql`
  (EXISTS (SELECT 1 FROM pathway_placement p WHERE p.user_id = u.id)
   OR EXISTS (SELECT 1 FROM portfolio_entry e WHERE e.owner_id = u.id AND e.removed_at IS NULL))
  AND strpos(lower(u.name), lower(${name})) > 0`

/** Whoever is meant, as a condition on a person `u`, with their prints. One statement, however many they are. */
export async function readPrints(isMeant: Prisma.Sql): Promise<PrintedPerson[]> {
  const [row] = await readRows<{ people: PrintedPerson[] }>(Prisma.sql`SELECT (${printsOf(isMeant)}) AS people`)
  return row?.people ?? []
}

/** The same of the trainees of a cohort, with its name. One statement. Nothing for a cohort out of reach. */
export async function readCohortPrints(
  id: string,
  reach: CohortReach,
): Promise<{ cohort: { id: string; name: string }; people: PrintedPerson[] } | undefined> {
  const isMember = Prisma.sql`
    u.id IN (SELECT m.user_id FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee')`
  const [row] = await readRows<{ cohort: { id: string; name: string }; people: PrintedPerson[] }>(Prisma.sql`
    SELECT json_build_object('id', c.id, 'name', c.name) AS cohort, (${printsOf(isMember)}) AS people
    FROM cohort c WHERE c.id::text = ${id} AND ${isInReach(reach)}`)
  return row
}

/** Of one kind of row of the people `meant`, each row as a number. A seed of its own keeps equal rows of two tables apart. */
const rows = (seed: number, columns: string, tables: string) =>
  Prisma.raw(`SELECT m.id AS person, hash_record_extended(${columns}, ${seed}) AS hash FROM meant m JOIN ${tables}`)

const ENTRIES = 'portfolio_entry e ON e.owner_id = m.id'
const ENROLMENTS = 'enrolment n ON n.user_id = m.id'
const COHORTS = 'cohort_member x ON x.user_id = m.id JOIN cohort c ON c.id = x.cohort_id'
const LIVE_SESSION = 's.id, s.cohort_id, s.key, s.counts_minutes, s.cancelled_at'

/**
 * Every row that `readCandidates` reads of a person. Whole rows where they are small, so that a column that is added later is in it;
 * of those with long texts, what tells one from another.
 */
const RESTS_ON = [
  rows(1, 'ROW(u.profession, u.time_zone)', '"user" u ON u.id = m.id'),
  rows(2, 'e', ENTRIES),
  rows(
    3,
    'ROW(v.entry_id, v.number, v.digest, v.erased_at)',
    `${ENTRIES} JOIN portfolio_version v ON v.entry_id = e.id`,
  ),
  rows(4, 'c', `${ENTRIES} JOIN countersigning c ON c.entry_id = e.id`),
  rows(5, 'ROW(r.id, r.version, r.rated_at)', `${ENTRIES} JOIN clip_rating r ON r.entry_id = e.id`),
  rows(6, 's', 'staff_check s ON s.user_id = m.id'),
  rows(7, 'ROW(t.id, t.supervisor_id, t.is_positive, t.sent_at)', 'supervisor_statement t ON t.trainee_id = m.id'),
  rows(8, 'p', 'pathway_placement p ON p.user_id = m.id'),
  rows(9, 'n', ENROLMENTS),
  rows(10, 'l', `${ENROLMENTS} JOIN lesson_read l ON l.enrolment_id = n.id`),
  rows(11, 'q', `${ENROLMENTS} JOIN question_answer q ON q.enrolment_id = n.id`),
  rows(
    12,
    'ROW(a.id, a.state, a.opened_at, a.submitted_at, a.released_at, a.has_passed)',
    'attempt a ON a.user_id = m.id',
  ),
  rows(13, 'ROW(x.part, c.id, c.course_id, c.live_minutes)', COHORTS),
  rows(14, `ROW(${LIVE_SESSION})`, `${COHORTS} JOIN live_session s ON s.cohort_id = c.id`),
  rows(15, `ROW(a, ${LIVE_SESSION})`, 'attendance a ON a.user_id = m.id JOIN live_session s ON s.id = a.session_id'),
]

/** What everybody is judged by alike: who is approved, and what is taught. */
const shared = Prisma.sql`
  SELECT concat_ws('/', (SELECT sum(hash_record_extended(s, 1)) FROM supervisor_approval s),
                        (SELECT sum(hash_record_extended(p, 2)) FROM provider_approval p),
                        (SELECT sum(hash_record_extended(ci, 3)) FROM content_item ci))`

/**
 * Adding up the numbers of all rows is the same in whatever order they are read, and costs a tenth of reading them. Any change,
 * any row more or less changes the sum, but for one chance in 2^64.
 */
export const printsOf = (isMeant: Prisma.Sql) => Prisma.sql`
  WITH meant AS MATERIALIZED (SELECT u.id, u.name, u.time_zone FROM "user" u WHERE ${isMeant}),
  printed AS (SELECT person, sum(hash) AS print FROM (${Prisma.join(RESTS_ON, ' UNION ALL ')}) hashed GROUP BY person)
  SELECT coalesce(json_agg(json_build_object('userId', m.id, 'name', m.name, 'timeZone', m.time_zone,
                                             'print', concat(print, '/', (${shared})),
                                             'statuses', ${heldBy(Prisma.sql`m.id`)}) ORDER BY lower(m.name), m.id), '[]')
  FROM meant m JOIN printed ON printed.person = m.id`
