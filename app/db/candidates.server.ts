import type { Profession } from '#app/domain/people.ts'
import { db, Prisma } from './client.server.ts'
import { standingCertificate, vignettesPassedBy } from './course-facts.server.ts'
import { containing, foldedColumn } from './folded-name.server.ts'

export type CandidateState = 'waiting' | 'issued'

export type CourseCount = { slug: string; title: string; waiting: number; issued: number }

/** Somebody who has completed a course. */
export type Candidate = {
  enrolmentId: string
  holderId: string
  name: string
  profession: Profession
  regulator: string
  registrationNumber: string
  courseSlug: string
  /** ISO. */
  completedAt: string
  vignettesPassed: string[]
  number: string | null
  /** ISO. */
  issuedAt: string | null
}

type CandidateQuery = {
  state: CandidateState
  courseSlug?: string | undefined
  name?: string | undefined
  limit: number
  offset: number
}

type CandidatePage = { courses: CourseCount[]; candidates: Candidate[]; total: number }

/**
 * One page of those who have completed a course: who waits longest comes first, of certificates the newest. Beside it, how
 * many there are of each course. One statement.
 */
export async function readCandidates(query: CandidateQuery): Promise<CandidatePage> {
  const { state, courseSlug = null, name, limit, offset } = query
  const pattern = name ? containing(name) : null
  const [row] = await db().$queryRaw<CandidatePage[]>`
    WITH candidate AS (
      SELECT e.id, e.user_id, e.course_id, e.completed_at, c.number, c.issued_at, (c.id IS NULL) AS is_waiting
      FROM enrolment e LEFT JOIN ${standingCertificate} c ON c.enrolment_id = e.id
      WHERE e.completed_at IS NOT NULL
    ), counted AS (
      SELECT course_id, count(*) FILTER (WHERE is_waiting)::int AS waiting, count(*) FILTER (WHERE NOT is_waiting)::int AS issued
      FROM candidate GROUP BY course_id
    ), found AS (
      SELECT d.*, u.name, u.profession, u.regulator, u.registration_number, ci.slug, ci.current_version_id,
             count(*) OVER ()::int AS total,
             row_number() OVER (ORDER BY CASE WHEN d.is_waiting THEN d.completed_at END, d.issued_at DESC, d.id) AS place
      FROM candidate d JOIN "user" u ON u.id = d.user_id JOIN content_item ci ON ci.id = d.course_id
      WHERE d.is_waiting = ${state === 'waiting'}
        AND (${courseSlug}::text IS NULL OR ci.slug = ${courseSlug})
        AND (${pattern}::text IS NULL OR ${foldedColumn(Prisma.sql`u.name`)} LIKE ${pattern})
      ORDER BY place LIMIT ${limit} OFFSET ${offset}
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object('slug', ci.slug, 'title', cv.body ->> 'title', 'waiting', n.waiting,
                                                  'issued', n.issued) ORDER BY ci.position, ci.slug), '[]')
       FROM counted n JOIN content_item ci ON ci.id = n.course_id
                      JOIN content_version cv ON cv.id = ci.current_version_id) AS courses,
      (SELECT coalesce(json_agg(json_build_object(
                'enrolmentId', f.id, 'holderId', f.user_id, 'name', f.name, 'profession', f.profession,
                'regulator', f.regulator, 'registrationNumber', f.registration_number, 'courseSlug', f.slug,
                'completedAt', f.completed_at, 'number', f.number, 'issuedAt', f.issued_at,
                'vignettesPassed', ARRAY(
                  SELECT pvv.body ->> 'title'
                  FROM content_item pv JOIN content_version pvv ON pvv.id = pv.current_version_id
                  WHERE pv.kind = 'vignette' AND pv.slug = ANY(${vignettesPassedBy(Prisma.sql`f.user_id`)})
                    AND jsonb_exists(cv.body -> 'vignettes', pv.slug)
                  ORDER BY pv.position, pv.slug
                )) ORDER BY f.place), '[]')
       FROM found f JOIN content_version cv ON cv.id = f.current_version_id) AS candidates,
      (SELECT coalesce(max(total), 0) FROM found) AS total`
  return row ?? { courses: [], candidates: [], total: 0 }
}
