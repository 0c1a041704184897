import type { AttemptState } from '#app/domain/attempts.ts'
import type { CourseFacts } from '#app/domain/completion.ts'
import type { Deadline } from '#app/domain/deadline.ts'
import type { LiveFacts } from '#app/domain/live/hours-live.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { cohortToAsk } from './asking.server.ts'
import { type DeadlineRow, deadlineFactsOf, deadlineOf } from './attempts.server.ts'
import { Prisma, readRows } from './client.server.ts'
import { courseFactColumns, standingCertificate } from './course-facts.server.ts'
import { type LessonReading, readingColumn } from './lesson-reading.server.ts'
import { notesColumn, type StudyNote } from './study-notes.server.ts'

/** The last answer to a question: ids of the options chosen, in the chosen order for an `order` question. */
export type LastAnswer = { questionId: string; chosen: string[]; isCorrect: boolean }

/** `releasedAt` is an instant in ISO 8601, of an attempt whose marks are released. */
export type AttemptStanding = { number: number; state: AttemptState; hasPassed: boolean; releasedAt: string | null }

export type CatalogueItem = { id: string; slug: string; position: number; isListed: boolean; versionId: string }

export type Enrolment = { id: string; enrolledAt: Date; completedAt: Date | null; certificateNumber: string | null }

/** A course as one person stands to it: not enrolled when there is no enrolment. */
export type StudiedCourse = CatalogueItem & {
  enrolment: Enrolment | undefined
  lessonsRead: CourseFacts['lessonsRead']
  answers: LastAnswer[]
  live: LiveFacts[]
  /** Of the lessons that were opened with scripts, which is how it is known. */
  reading: LessonReading[]
  /** Questions in hand, those that the course has no longer as well, and the day on which each comes back. */
  practice: { questionId: string; dueOn: Day }[]
}

/** A deadline is read for whoever studies, and not for what a pathway is judged by. */
export type StudiedVignette = CatalogueItem & { attempts: AttemptStanding[]; deadline?: Deadline | null }

export type Study = { courses: StudiedCourse[]; vignettes: StudiedVignette[]; pathways: CatalogueItem[] }

type Row = CatalogueItem & {
  kind: 'course' | 'vignette' | 'pathway'
  enrolmentId: string | null
  enrolledAt: Date
  completedAt: Date | null
  certificateNumber: string | null
  lessonsRead: string[]
  answers: LastAnswer[]
  live: LiveFacts[]
  practice: StudiedCourse['practice']
  reading: LessonReading[]
  attempts: AttemptStanding[]
  /** Of a vignette. */
  deadline: DeadlineRow | null
}

/** Everything that is taught, with what this person has done of it, in catalogue order. One statement. */
export async function readStudy(userId: string): Promise<Study> {
  const rows = await readRows<Row>(studyOf(userId))
  const ofKind = (kind: Row['kind']) => rows.filter((row) => row.kind === kind)
  return {
    courses: ofKind('course').map(courseOf),
    vignettes: ofKind('vignette').map(({ deadline, ...row }) => ({
      ...row,
      deadline: deadline && deadlineOf(deadline),
    })),
    pathways: ofKind('pathway'),
  }
}

/** An outcome is told only once the marks are released. */
const studyOf = (userId: string) => Prisma.sql`
  SELECT ci.id, ci.kind::text AS kind, ci.slug, ci.position, ci.is_listed AS "isListed",
         ci.current_version_id AS "versionId",
         e.id AS "enrolmentId", e.enrolled_at AS "enrolledAt", e.completed_at AS "completedAt",
         (SELECT c.number FROM ${standingCertificate} c WHERE c.enrolment_id = e.id) AS "certificateNumber",
         ${courseFactColumns}, ${readingColumn},
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('questionId', p.question_id, 'dueOn', to_char(p.due_on, 'YYYY-MM-DD')))
           FROM practice_card p WHERE p.enrolment_id = e.id
         ), '[]') AS practice,
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('number', a.number, 'state', a.state, 'releasedAt', a.released_at,
                    'hasPassed', a.state = 'released' AND coalesce(a.has_passed, false)) ORDER BY a.number)
           FROM attempt a WHERE a.vignette_id = ci.id AND a.user_id = ${userId}::uuid
         ), '[]') AS attempts,
         CASE WHEN ci.kind = 'vignette' THEN ${deadlineFactsOf(Prisma.sql`${userId}::uuid`, Prisma.sql`ci.id`)} END AS deadline
  FROM content_item ci
  LEFT JOIN enrolment e ON e.course_id = ci.id AND e.user_id = ${userId}::uuid AND e.state = 'active'
  WHERE ci.kind IN ('course', 'vignette', 'pathway') AND ci.current_version_id IS NOT NULL
  ORDER BY ci.position, ci.slug`

function courseOf({ enrolmentId, enrolledAt, completedAt, certificateNumber, ...row }: Row): StudiedCourse {
  const enrolment = enrolmentId ? { id: enrolmentId, enrolledAt, completedAt, certificateNumber } : undefined
  return { ...row, enrolment }
}

/** A course to be studied now: no more than a lesson needs, since that is the page that people open most. */
export type OpenCourse = Omit<CatalogueItem, 'position'> & {
  enrolmentId: string | null
  hasCompleted: boolean
  lessonsRead: CourseFacts['lessonsRead']
  answers: LastAnswer[]
  reading: LessonReading[]
  /** What they marked in the lesson that is opened. */
  notes: StudyNote[]
  /** Whether they are in a cohort whose training leads they can ask. */
  canAsk: boolean
}

/** Whether any version of a course has had a lesson of this name. */
export async function hadLesson(courseId: string, lesson: string): Promise<boolean> {
  const [row] = await readRows<{ had: boolean }>(Prisma.sql`
    SELECT EXISTS (
      SELECT 1 FROM content_version v
      WHERE v.item_id = ${courseId}::uuid AND v.body -> 'lessons' @> jsonb_build_array(jsonb_build_object('slug', ${lesson}::text))
    ) AS had`)
  return row?.had ?? false
}

/** One course with what this person has done of it; without an enrolment they have done nothing. One statement. */
export async function findOpenCourse(
  userId: string,
  { course, lesson }: { course: string; lesson: string },
): Promise<OpenCourse | undefined> {
  const [row] = await readRows<OpenCourse>(Prisma.sql`
    SELECT ci.id, ci.slug, ci.is_listed AS "isListed", ci.current_version_id AS "versionId", e.id AS "enrolmentId",
           e.completed_at IS NOT NULL AS "hasCompleted",
           ${courseFactColumns}, ${readingColumn}, ${notesColumn(userId, lesson)}, ${cohortToAsk(userId)} IS NOT NULL AS "canAsk"
    FROM content_item ci
    LEFT JOIN enrolment e ON e.course_id = ci.id AND e.user_id = ${userId}::uuid AND e.state = 'active'
    WHERE ci.kind = 'course' AND ci.slug = ${course} AND ci.current_version_id IS NOT NULL`)
  return row
}
