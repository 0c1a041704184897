import { recordsOf } from './attendance.server.ts'
import { Prisma } from './client.server.ts'

/** Every cohort of the course of an enrolment `e` in which its person learns, with what is recorded of them there: as `LiveFacts`. */
const liveFacts = Prisma.sql`
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('liveMinutes', c.live_minutes,
      'sessions', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'countsMinutes', s.counts_minutes,
                     'isCancelled', s.cancelled_at IS NOT NULL)), '[]') FROM live_session s WHERE s.cohort_id = c.id),
      'records', ${recordsOf(Prisma.sql`a.user_id = e.user_id`)}))
    FROM cohort_member m JOIN cohort c ON c.id = m.cohort_id
    WHERE m.user_id = e.user_id AND m.part = 'trainee' AND c.course_id = e.course_id
  ), '[]')`

/**
 * What the person of an enrolment `e` has done on its course, as columns that fit `CourseFacts`: asked here once, so that
 * every page and the completion rule see the same.
 */
export const courseFactColumns = Prisma.sql`
  ARRAY(SELECT r.lesson_slug FROM lesson_read r WHERE r.enrolment_id = e.id ORDER BY r.read_at) AS "lessonsRead",
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('questionId', q.question_id, 'chosen', q.chosen, 'isCorrect', q.is_correct))
    FROM (
      SELECT DISTINCT ON (question_id) question_id, chosen, is_correct FROM question_answer
      WHERE enrolment_id = e.id ORDER BY question_id, answered_at DESC, id DESC
    ) q
  ), '[]') AS answers,
  ${liveFacts} AS live`

/**
 * The questions of the course version `v` by id, as columns that fit `CourseOutline`. What `isJudged` says of a question is said here
 * once more, so that the texts stay in PostgreSQL.
 */
export const questionColumns = Prisma.sql`
  jsonb_path_query_array(v.body, '$.questions[*].id') AS questions,
  jsonb_path_query_array(v.body, '$.questions[*] ? (@.kind == "script-concordance" && !exists(@.panel)).id') AS unjudged`

/** Slugs of the vignettes that this person has passed, by marks that were released. */
export const vignettesPassedBy = (userId: Prisma.Sql) => Prisma.sql`
  ARRAY(
    SELECT DISTINCT pv.slug
    FROM attempt pa
    JOIN content_item pv ON pv.id = pa.vignette_id
    WHERE pa.user_id = ${userId} AND pa.state = 'released' AND pa.has_passed
  )`

/** The certificates that stand: of one that was issued again only the latest. */
export const standingCertificate = Prisma.sql`(
  SELECT * FROM certificate c WHERE NOT EXISTS (SELECT 1 FROM certificate later WHERE later.supersedes_id = c.id))`
