import { uuidv7 } from 'uuidv7'
import type { CourseFacts } from '#app/domain/completion.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { courseFactColumns } from './course-facts.server.ts'

/** The last answer to a question: ids of the options chosen, in the chosen order for an `order` question. */
export type LastAnswer = { questionId: string; chosen: string[]; isCorrect: boolean }

export type AttemptStanding = { number: number; state: 'open' | 'submitted' | 'released'; hasPassed: boolean }

type Item = { id: string; slug: string; position: number; isListed: boolean; versionId: string }

export type Enrolment = { id: string; enrolledAt: Date; completedAt: Date | null; certificateNumber: string | null }

/** A course as one person stands to it: not enrolled when there is no enrolment. */
export type StudiedCourse = Item & {
  enrolment: Enrolment | undefined
  lessonsRead: CourseFacts['lessonsRead']
  answers: LastAnswer[]
}

export type StudiedVignette = Item & { attempts: AttemptStanding[] }

export type Study = { courses: StudiedCourse[]; vignettes: StudiedVignette[]; pathways: Item[] }

type Row = Item & {
  kind: 'course' | 'vignette' | 'pathway'
  enrolmentId: string | null
  enrolledAt: Date
  completedAt: Date | null
  certificateNumber: string | null
  lessonsRead: string[]
  answers: LastAnswer[]
  attempts: AttemptStanding[]
}

/** Everything that is taught, with what this person has done of it, in catalogue order. One statement. */
export async function readStudy(userId: string): Promise<Study> {
  const rows = await readRows(userId, Prisma.sql`ci.kind IN ('course', 'vignette', 'pathway')`)
  const ofKind = (kind: Row['kind']) => rows.filter((row) => row.kind === kind)
  return { courses: ofKind('course').map(courseOf), vignettes: ofKind('vignette'), pathways: ofKind('pathway') }
}

/** One course with what this person has done of it. One statement. */
export async function readCourseStudy(userId: string, slug: string): Promise<StudiedCourse | undefined> {
  const [row] = await readRows(userId, Prisma.sql`ci.kind = 'course' AND ci.slug = ${slug}`)
  return row && courseOf(row)
}

/** An outcome is told only once the marks are released. */
const readRows = (userId: string, which: Prisma.Sql) => db().$queryRaw<Row[]>`
  SELECT ci.id, ci.kind::text AS kind, ci.slug, ci.position, ci.is_listed AS "isListed",
         ci.current_version_id AS "versionId",
         e.id AS "enrolmentId", e.enrolled_at AS "enrolledAt", e.completed_at AS "completedAt",
         (SELECT c.number FROM certificate c WHERE c.enrolment_id = e.id) AS "certificateNumber",
         ${courseFactColumns},
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('number', a.number, 'state', a.state, 'hasPassed', a.state = 'released'
                    AND EXISTS (SELECT 1 FROM allocation l JOIN mark m ON m.allocation_id = l.id
                                WHERE l.attempt_id = a.id AND m.has_passed)) ORDER BY a.number)
           FROM attempt a WHERE a.vignette_id = ci.id AND a.user_id = ${userId}::uuid
         ), '[]') AS attempts
  FROM content_item ci
  LEFT JOIN enrolment e ON e.course_id = ci.id AND e.user_id = ${userId}::uuid AND e.state = 'active'
  WHERE ${which} AND ci.current_version_id IS NOT NULL
  ORDER BY ci.position, ci.slug`

function courseOf({ enrolmentId, enrolledAt, completedAt, certificateNumber, ...row }: Row): StudiedCourse {
  const enrolment = enrolmentId ? { id: enrolmentId, enrolledAt, completedAt, certificateNumber } : undefined
  return { ...row, enrolment }
}

/**
 * Enrols a person, or takes them up again after they had withdrawn.
 * @returns the enrolment's id, or nothing when they are enrolled already.
 */
export async function insertEnrolment(
  tx: Db,
  { userId, courseId, now }: { userId: string; courseId: string; now: Date },
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO enrolment (id, user_id, course_id, enrolled_at)
    VALUES (${uuidv7()}::uuid, ${userId}::uuid, ${courseId}::uuid, ${now})
    ON CONFLICT (user_id, course_id) DO UPDATE SET state = 'active' WHERE enrolment.state = 'withdrawn'
    RETURNING id`
  return row?.id
}

type LessonReadRow = { enrolmentId: string; lessonSlug: string; courseVersionId: string; now: Date }

/** The first reading counts; the row is its own record, so that no audit entry doubles it. */
export async function insertLessonRead(tx: Db, { now, ...row }: LessonReadRow): Promise<void> {
  await tx.lessonRead.createMany({ data: { ...row, readAt: now }, skipDuplicates: true })
}

type AnswerRow = {
  enrolmentId: string
  questionId: string
  courseVersionId: string
  chosen: string[]
  isCorrect: boolean
  now: Date
}

/** Adds an answer beside the earlier ones; the row is its own record. */
export async function insertAnswer(tx: Db, { now, ...row }: AnswerRow): Promise<void> {
  await tx.questionAnswer.create({ data: { ...row, answeredAt: now }, select: { id: true } })
}
