import { uuidv7 } from 'uuidv7'
import type { Day } from '#app/domain/portfolio/entry.ts'
import type { Memory } from '#app/domain/practice/schedule.ts'
import { type Db, Prisma, readRows } from './client.server.ts'

export type Card = Memory & { questionId: string }

/** The answer that a practice page comes back to. */
export type GivenAnswer = {
  id: string
  questionId: string
  courseVersionId: string
  chosen: string[]
  isCorrect: boolean
}

/** A course that somebody is enrolled in, with their cards of it: those of questions that it has no longer as well. */
export type PractisedCourse = {
  enrolmentId: string
  slug: string
  versionId: string
  cards: Card[]
  answeredToday: number
  given: GivenAnswer | null
}

const cardColumns = Prisma.sql`
  c.question_id AS "questionId", c.stability, c.difficulty, to_char(c.reviewed_on, 'YYYY-MM-DD') AS "reviewedOn",
  to_char(c.due_on, 'YYYY-MM-DD') AS "dueOn", c.reviews`

/**
 * Everything that a person can practise, in catalogue order. One statement.
 * @param answerId of an answer of theirs to come back to; another's is not found.
 */
export async function readPractice(
  userId: string,
  { today, answerId }: { today: Day; answerId: string | null },
): Promise<PractisedCourse[]> {
  return readRows<PractisedCourse>(Prisma.sql`
    SELECT e.id AS "enrolmentId", ci.slug, ci.current_version_id AS "versionId",
           coalesce((SELECT jsonb_agg(to_jsonb(cards)) FROM (
             SELECT ${cardColumns} FROM practice_card c WHERE c.enrolment_id = e.id
           ) cards), '[]') AS cards,
           (SELECT count(*)::int FROM practice_answer a
            WHERE a.enrolment_id = e.id AND a.answered_on = ${today}::date) AS "answeredToday",
           (SELECT jsonb_build_object('id', a.id, 'questionId', a.question_id, 'courseVersionId', a.course_version_id,
                     'chosen', a.chosen, 'isCorrect', a.is_correct)
            FROM practice_answer a WHERE a.enrolment_id = e.id AND a.id = ${answerId}::uuid) AS given
    FROM enrolment e
    JOIN content_item ci ON ci.id = e.course_id
    WHERE e.user_id = ${userId}::uuid AND e.state = 'active' AND ci.current_version_id IS NOT NULL
    ORDER BY ci.position, ci.slug`)
}

type CardKey = { enrolmentId: string; questionId: string }

/** One card, held until the transaction ends: of two answers that meet, the later one sees what the first has changed. */
export async function holdCard(tx: Db, { enrolmentId, questionId }: CardKey): Promise<Card | undefined> {
  const [card] = await tx.$queryRaw<Card[]>`
    SELECT ${cardColumns} FROM practice_card c
    WHERE c.enrolment_id = ${enrolmentId}::uuid AND c.question_id = ${questionId} FOR UPDATE`
  return card
}

/** Makes the card unless somebody has just made it: then theirs stands. */
export async function insertCard(tx: Db, { enrolmentId, questionId }: CardKey, memory: Memory): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO practice_card (enrolment_id, question_id, stability, difficulty, reviewed_on, due_on, reviews)
    VALUES (${enrolmentId}::uuid, ${questionId}, ${memory.stability}, ${memory.difficulty}, ${memory.reviewedOn}::date,
            ${memory.dueOn}::date, ${memory.reviews})
    ON CONFLICT DO NOTHING`
}

/** The caller holds the card. */
export async function moveCard(tx: Db, { enrolmentId, questionId }: CardKey, memory: Memory): Promise<void> {
  await tx.$executeRaw`
    UPDATE practice_card
    SET stability = ${memory.stability}, difficulty = ${memory.difficulty}, reviewed_on = ${memory.reviewedOn}::date,
        due_on = ${memory.dueOn}::date, reviews = ${memory.reviews}
    WHERE enrolment_id = ${enrolmentId}::uuid AND question_id = ${questionId}`
}

type AnswerRow = CardKey & {
  number: number
  courseVersionId: string
  chosen: string[]
  isCorrect: boolean
  now: Date
  today: Day
}

/** @returns the answer's id. */
export async function insertPracticeAnswer(tx: Db, answer: AnswerRow): Promise<string> {
  const id = uuidv7()
  await tx.$executeRaw`
    INSERT INTO practice_answer (id, enrolment_id, question_id, number, course_version_id, chosen, is_correct, answered_at,
                                 answered_on)
    VALUES (${id}::uuid, ${answer.enrolmentId}::uuid, ${answer.questionId}, ${answer.number},
            ${answer.courseVersionId}::uuid, ${answer.chosen}, ${answer.isCorrect}, ${answer.now}, ${answer.today}::date)`
  return id
}

/** The answer that was this review, if it was one in practice. */
export async function findPracticeAnswer(
  tx: Db,
  { enrolmentId, questionId, number }: CardKey & { number: number },
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM practice_answer
    WHERE enrolment_id = ${enrolmentId}::uuid AND question_id = ${questionId} AND number = ${number}`
  return row?.id
}
