import { uuidv7 } from 'uuidv7'
import type { Db } from './client.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

/**
 * Enrols a person, or takes them up again after they had withdrawn.
 * @returns the enrolment's id, or nothing when they are enrolled already.
 */
export async function insertEnrolment(
  tx: Db,
  { userId, courseId, now }: { userId: string; courseId: string; now: Date },
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
    INSERT INTO enrolment (id, user_id, course_id, enrolled_at)
    VALUES (${uuidv7()}::uuid, ${userId}::uuid, ${courseId}::uuid, ${now})
    ON CONFLICT (user_id, course_id) DO UPDATE SET state = 'active', order_id = NULL, seat_id = NULL, through_id = NULL,
      withdrawn_at = NULL, withdrawn_by_id = NULL
      WHERE enrolment.state = 'withdrawn'
    RETURNING id, (xmax = 0) AS "isNew"`
  if (!row) return undefined
  await recordEnrolmentEvent(tx, { userId, courseId, kind: row.isNew ? 'begun' : 'returned', byId: userId, at: now })
  return row.id
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

/** Whether nothing was sent under this key before. A second sending waits until the first is kept, or has failed. */
export async function isFirstOfKey(tx: Db, enrolmentId: string, key: string): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    INSERT INTO sent_work (enrolment_id, key) VALUES (${enrolmentId}::uuid, ${key}::uuid) ON CONFLICT DO NOTHING`
  return inserted === 1
}

/**
 * Adds an answer beside the earlier ones; the row is its own record. The last one counts, so it lies after them even where the clock was set
 * back meanwhile.
 */
export async function insertAnswer(tx: Db, { now, ...row }: AnswerRow): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO question_answer (id, enrolment_id, question_id, course_version_id, chosen, is_correct, answered_at)
    SELECT ${uuidv7()}::uuid, ${row.enrolmentId}::uuid, ${row.questionId}, ${row.courseVersionId}::uuid, ${row.chosen}::text[],
           ${row.isCorrect},
           greatest(${now}::timestamptz, max(before.answered_at) + interval '1 millisecond')
    FROM question_answer before
    WHERE before.enrolment_id = ${row.enrolmentId}::uuid AND before.question_id = ${row.questionId}`
}
