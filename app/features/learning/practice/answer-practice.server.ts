import { transact } from '#app/db/client.server.ts'
import { findPracticeAnswer, holdCard, insertPracticeAnswer, moveCard } from '#app/db/practice-cards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { afterAnswer } from '#app/domain/practice/schedule.ts'
import { isRight } from '#app/domain/retrieval/is-right.ts'
import { readAnswer } from '#app/domain/retrieval/read-answer.ts'
import { findOwnCourse } from '../own-course.server.ts'
import { CHANGED_MEANWHILE, printOf } from '../question-view.ts'

export type PracticeAnswer = {
  course: string
  questionId: string
  /** How often the card had been moved when the question was shown. */
  seen: number
  chosen: readonly string[]
  /** Of the question as it was shown; without one it is not compared. */
  print?: string | undefined
}

/**
 * Keeps an answer in practice and says when its question comes back, in one transaction. Each showing of a question is answered
 * once: what a second press, another tab or a page that was left open sends finds the answer that stands. Nothing of this counts towards completing
 * a course.
 * @returns the answer to show (nothing where the question was answered on its lesson's page meanwhile), or what is missing. Throws
 * 404 for a question that is not in hand.
 */
export async function answerPractice(
  actor: Actor,
  { course: slug, questionId, seen, chosen, print }: PracticeAnswer,
  now: Date,
): Promise<{ fault: string } | { answerId: string | undefined }> {
  const own = await findOwnCourse(actor.id, { course: slug, lesson: '' })
  const question = typeof own === 'object' && own.course.questions.find(({ id }) => id === questionId)
  if (typeof own !== 'object' || !question) throw notInHand()
  if (print && print !== printOf(question)) return { fault: CHANGED_MEANWHILE }
  const read = readAnswer(question, chosen)
  if ('fault' in read) return read

  const isCorrect = isRight(question, read.chosen)
  const today = todayIn(actor.timeZone, now)
  const key = { enrolmentId: own.enrolmentId, questionId }
  return transact(async (tx) => {
    const card = await holdCard(tx, key)
    if (!card) throw notInHand()
    if (card.reviews !== seen) return { answerId: await findPracticeAnswer(tx, { ...key, number: seen + 1 }) }
    const memory = afterAnswer(card, { isCorrect, today })
    await moveCard(tx, key, memory)
    const answer = { courseVersionId: own.versionId, chosen: read.chosen, isCorrect, now, today }
    return { answerId: await insertPracticeAnswer(tx, { ...key, ...answer, number: memory.reviews }) }
  })
}

const notInHand = () => new Response('You have no such question to practise.', { status: 404 })
