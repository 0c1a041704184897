import type { LiveFacts } from '#app/domain/live/hours-live.ts'
import type { ApprovalFact, Day } from '#app/domain/pathway/facts.ts'
import { type Application, fee, feeOrders, tables } from './applications.server.ts'
import { Prisma, readRows } from './client.server.ts'
import { courseFactColumns } from './course-facts.server.ts'
import { type HeldStatus, heldBy } from './held-statuses.server.ts'
import { approvals, type KeptBy, keptBy } from './pathway-facts.server.ts'
import { type PrintedPerson, printsOf } from './standing-prints.server.ts'
import type { AttemptStanding, CatalogueItem, Enrolment, LastAnswer, Study } from './study.server.ts'

/** What somebody studies and keeps: all that a pathway is judged by. */
export type Candidate = KeptBy & {
  name: string
  timeZone: string
  study: Study
  /** The day on which they last read a lesson, answered a question or worked on a vignette. */
  lastStudiedOn: Day | null
  /** What was granted to them, the latest first. */
  statuses: HeldStatus[]
  /** What they have applied for and nobody has decided. */
  openApplication: Pick<Application, 'state' | 'fee' | 'feeOrders'> | null
}

type StudiedRow = {
  courses: {
    courseId: string
    id: string
    enrolledAt: string
    completedAt: string | null
    lessonsRead: string[]
    answers: LastAnswer[]
    live: LiveFacts[]
  }[]
  vignettes: { vignetteId: string; attempts: AttemptStanding[] }[]
}

type CatalogueRow = CatalogueItem & { kind: 'course' | 'vignette' | 'pathway' }

type Row = {
  catalogue: CatalogueRow[]
  people: (Omit<Candidate, 'study'> & StudiedRow)[]
  approvals: Candidates['approvals']
}

export type Candidates = {
  people: Candidate[]
  approvals: ApprovalFact[]
  pathways: CatalogueItem[]
}

export const onlyOf = (userId: string): Prisma.Sql => Prisma.sql`u.id = ${userId}::uuid`

export const theseOf = (userIds: readonly string[]): Prisma.Sql => Prisma.sql`u.id = ANY (${[...userIds]}::uuid[])`

/** Everything that a pathway is judged by, of any number of people `u`. One statement, however many they are. */
export async function readCandidates(isMeant: Prisma.Sql): Promise<Candidates> {
  const [row] = await readRows<Row>(Prisma.sql`SELECT ${columns(isMeant)}`)
  return candidatesOf(row ?? { catalogue: [], people: [], approvals: [] })
}

/** The same with the prints of what was read, which are of the same moment. One statement. */
export async function readPrintedCandidates(
  userIds: readonly string[],
): Promise<Candidates & { prints: ReadonlyMap<string, string> }> {
  const isMeant = theseOf(userIds)
  const [row] = await readRows<Row & { printed: PrintedPerson[] }>(Prisma.sql`
    SELECT ${columns(isMeant)}, (${printsOf(isMeant)}) AS printed`)
  const prints = new Map(row?.printed.map(({ userId, print }) => [userId, print]))
  return { ...candidatesOf(row ?? { catalogue: [], people: [], approvals: [] }), prints }
}

const columns = (isMeant: Prisma.Sql) => Prisma.sql`
  (${catalogue}) AS catalogue, (${approvals}) AS approvals,
  (SELECT coalesce(json_agg(p ORDER BY lower(p.name), p."userId"), '[]') FROM (${keptBy(isMeant, ownColumns)}) p) AS people`

function candidatesOf({ catalogue, people, approvals }: Row): Candidates {
  return {
    people: people.map(({ courses, vignettes, ...person }) => ({
      ...person,
      study: studyOf(catalogue, { courses, vignettes }),
    })),
    approvals,
    pathways: ofKind(catalogue, 'pathway'),
  }
}

const ofKind = (catalogue: readonly CatalogueRow[], kind: CatalogueRow['kind']) =>
  catalogue.filter((item) => item.kind === kind)

/** The catalogue, which is the same for everybody, with what one of them did of it. */
function studyOf(catalogue: readonly CatalogueRow[], { courses, vignettes }: StudiedRow): Study {
  const enrolled = new Map(courses.map((row) => [row.courseId, row]))
  const attempted = new Map(vignettes.map(({ vignetteId, attempts }) => [vignetteId, attempts]))
  return {
    courses: ofKind(catalogue, 'course').map((item) => {
      const row = enrolled.get(item.id)
      return {
        ...item,
        enrolment: row && enrolmentOf(row),
        lessonsRead: row?.lessonsRead ?? [],
        answers: row?.answers ?? [],
        live: row?.live ?? [],
        // No pathway asks for these.
        practice: [],
        reading: [],
      }
    }),
    vignettes: ofKind(catalogue, 'vignette').map((item) => ({ ...item, attempts: attempted.get(item.id) ?? [] })),
    pathways: ofKind(catalogue, 'pathway'),
  }
}

const enrolmentOf = ({ id, enrolledAt, completedAt }: StudiedRow['courses'][number]): Enrolment => ({
  id,
  enrolledAt: new Date(enrolledAt),
  completedAt: completedAt === null ? null : new Date(completedAt),
  certificateNumber: null,
})

const catalogue = Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('id', ci.id, 'kind', ci.kind, 'slug', ci.slug, 'position', ci.position,
           'isListed', ci.is_listed, 'versionId', ci.current_version_id) ORDER BY ci.position, ci.slug), '[]')
  FROM content_item ci
  WHERE ci.kind IN ('course', 'vignette', 'pathway') AND ci.current_version_id IS NOT NULL`

const courses = Prisma.sql`(
  SELECT coalesce(json_agg(c), '[]') FROM (
    SELECT e.course_id AS "courseId", e.id, e.enrolled_at AS "enrolledAt", e.completed_at AS "completedAt", ${courseFactColumns}
    FROM enrolment e WHERE e.user_id = u.id AND e.state = 'active') c)`

/** An outcome is told only once the marks are released. */
const vignettes = Prisma.sql`(
  SELECT coalesce(json_agg(v), '[]') FROM (
    SELECT a.vignette_id AS "vignetteId", json_agg(json_build_object('number', a.number, 'state', a.state, 'releasedAt', a.released_at,
             'hasPassed', a.state = 'released' AND coalesce(a.has_passed, false)) ORDER BY a.number) AS attempts
    FROM attempt a WHERE a.user_id = u.id GROUP BY a.vignette_id) v)`

const lastStudied = Prisma.sql`
  greatest((SELECT max(r.read_at) FROM enrolment e JOIN lesson_read r ON r.enrolment_id = e.id WHERE e.user_id = u.id),
           (SELECT max(q.answered_at) FROM enrolment e JOIN question_answer q ON q.enrolment_id = e.id WHERE e.user_id = u.id),
           (SELECT max(greatest(a.opened_at, a.submitted_at)) FROM attempt a WHERE a.user_id = u.id))`

const ownColumns = Prisma.sql`, u.name, u.time_zone AS "timeZone", ${courses} AS courses, ${vignettes} AS vignettes,
  to_char((${lastStudied}) AT TIME ZONE u.time_zone, 'YYYY-MM-DD') AS "lastStudiedOn",
  ${heldBy(Prisma.sql`u.id`)} AS statuses,
  (SELECT json_build_object('state', a.state, 'fee', ${fee}, 'feeOrders', ${feeOrders})
   FROM ${tables} WHERE a.user_id = u.id AND a.closed_at IS NULL LIMIT 1) AS "openApplication"`
