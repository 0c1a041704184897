import type { AttemptState } from '#app/domain/attempts.ts'
import type { CourseFacts, CourseOutline } from '#app/domain/completion.ts'
import type { Profession } from '#app/domain/people.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'
import { courseFactColumns, questionColumns, vignettesPassedBy } from './course-facts.server.ts'

export type CohortVignette = {
  slug: string
  title: string
  dueAt: string | null
}

/** An attempt as a lead may see it: how it stands, and an outcome only once it is released. */
export type MemberAttempt = { vignette: string; state: AttemptState; hasPassed: boolean }

export type CohortMember = CourseFacts & {
  userId: string
  name: string
  email: string
  profession: Profession
  isEnrolled: boolean
  hasCompleted: boolean
  /** The last day of the leave of absence that they are on. */
  leaveUntil: Day | null
  /** What they have done on each module of the course, where it is made of modules. */
  moduleStudies: (CourseFacts & { slug: string; hasCompleted: boolean })[]
  /** The last attempt at each vignette. */
  attempts: MemberAttempt[]
}

export type CohortProgress = CourseOutline & {
  id: string
  name: string
  courseTitle: string
  moduleOutlines: (CourseOutline & { slug: string })[]
  startsOn: string
  endsOn: string | null
  leads: string[]
  vignetteDeadlines: CohortVignette[]
  trainees: number
  members: CohortMember[]
}

/**
 * A cohort with one page of its trainees by name and how far each has come. One statement. It knows attempts by person and
 * reads neither codes nor marks before their release: nothing here leads from a person to a script.
 */
export async function readCohortProgress(
  id: string,
  reach: CohortReach,
  page: { limit: number; offset: number; today: Day },
): Promise<CohortProgress | undefined> {
  const [cohort] = await db().$queryRaw<CohortProgress[]>`
    SELECT c.id, c.name, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
           v.body ->> 'title' AS "courseTitle",
           jsonb_path_query_array(v.body, '$.lessons[*].slug') AS lessons,
           ${questionColumns},
           v.body -> 'vignettes' AS vignettes,
           coalesce(v.body -> 'modules', '[]') AS modules,
           v.body -> 'completion' AS completion,
           (${moduleOutlines}) AS "moduleOutlines",
           ARRAY(SELECT u.name FROM cohort_member m JOIN "user" u ON u.id = m.user_id
                 WHERE m.cohort_id = c.id AND m.part = 'lead' ORDER BY lower(u.name), u.id) AS leads,
           (${vignetteDeadlines}) AS "vignetteDeadlines",
           (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.part = 'trainee') AS trainees,
           coalesce((SELECT jsonb_agg(to_jsonb(p) - 'place' ORDER BY p.place) FROM (${membersOf(page)}) p), '[]') AS members
    FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version v ON v.id = ci.current_version_id
    WHERE c.id::text = ${id} AND ${isInReach(reach)}`
  return cohort
}

const vignetteDeadlines = Prisma.sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('slug', vi.slug, 'title', vv.body ->> 'title', 'dueAt', d.due_at)
                            ORDER BY vi.position, vi.slug), '[]')
  FROM content_item vi
  JOIN content_version vv ON vv.id = vi.current_version_id
  LEFT JOIN cohort_deadline d ON d.cohort_id = c.id AND d.vignette_id = vi.id
  WHERE vi.kind = 'vignette' AND jsonb_exists(v.body -> 'vignettes', vi.slug)`

const moduleOutlines = Prisma.sql`
  SELECT coalesce(jsonb_agg(outline), '[]') FROM (
    SELECT mi.slug, jsonb_path_query_array(v.body, '$.lessons[*].slug') AS lessons, ${questionColumns},
           v.body -> 'vignettes' AS vignettes, v.body -> 'completion' AS completion
    FROM (SELECT jsonb_array_elements_text(v.body -> 'modules') AS slug) named
      JOIN content_item mi ON mi.kind = 'course' AND mi.slug = named.slug
      JOIN content_version v ON v.id = mi.current_version_id) outline`

const moduleStudies = Prisma.sql`
  SELECT coalesce(jsonb_agg(study), '[]') FROM (
    SELECT mi.slug, e.completed_at IS NOT NULL AS "hasCompleted", ${courseFactColumns}
    FROM content_item mi JOIN enrolment e ON e.course_id = mi.id AND e.user_id = u.id AND e.state = 'active'
    WHERE mi.kind = 'course' AND jsonb_exists(v.body -> 'modules', mi.slug)) study`

/** The page is cut before anything is asked of its people, so that a large cohort costs no more than a small one. */
const membersOf = ({ limit, offset, today }: { limit: number; offset: number; today: Day }) => Prisma.sql`
  SELECT u.id AS "userId", u.name, u.email, u.profession, u.place, e.id IS NOT NULL AS "isEnrolled",
         e.completed_at IS NOT NULL AS "hasCompleted",
         (SELECT max(l.until_on)::text FROM leave l WHERE l.cohort_id = c.id AND l.user_id = u.id AND l.answer = 'agreed'
          AND ${today}::date BETWEEN l.from_on AND l.until_on) AS "leaveUntil", (${moduleStudies}) AS "moduleStudies",
         ${courseFactColumns}, ${vignettesPassedBy(Prisma.sql`u.id`)} AS "vignettesPassed",
         coalesce((SELECT jsonb_agg(a) FROM (
           SELECT DISTINCT ON (at.vignette_id) ai.slug AS vignette, at.state,
                  at.state = 'released' AND coalesce(at.has_passed, false) AS "hasPassed"
           FROM attempt at JOIN content_item ai ON ai.id = at.vignette_id
           WHERE at.user_id = u.id ORDER BY at.vignette_id, at.number DESC) a), '[]') AS attempts
  FROM (
    SELECT p.id, p.name, p.email, p.profession, row_number() OVER (ORDER BY lower(p.name), p.id) AS place
    FROM cohort_member m JOIN "user" p ON p.id = m.user_id
    WHERE m.cohort_id = c.id AND m.part = 'trainee'
    ORDER BY place LIMIT ${limit} OFFSET ${offset}
  ) u
  LEFT JOIN enrolment e ON e.user_id = u.id AND e.course_id = c.course_id AND e.state = 'active'`
