import { transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { insertAnswer } from '#app/db/learning.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isRight, readChoice } from '#app/domain/retrieval.ts'
import { type LessonAddress, requireOwnLesson } from './own-course.server.ts'
import { scheduleFromLesson } from './practice/schedule-answer.server.ts'

type Answer = { questionId: string; chosen: readonly string[] }

/**
 * Keeps an answer to a retrieval question; earlier ones stay, and the last one counts. The question comes back in practice.
 * @param answer ids of the options chosen, in the chosen order for an `order` question.
 * @returns the sentence that says what is missing, when it is no answer. Throws 404 for a question out of reach.
 */
export async function answerQuestion(
  actor: Actor,
  at: LessonAddress,
  answer: Answer,
  now: Date,
): Promise<{ fault: string } | { isCorrect: boolean; hasCompleted: boolean }> {
  const { enrolmentId, versionId, course, lesson } = await requireOwnLesson(actor.id, at)
  const question = course.questions.find(({ id }) => id === answer.questionId)
  if (question?.lesson !== lesson.slug) throw new Response('There is no such question.', { status: 404 })
  const choice = readChoice(question, answer.chosen)
  if ('fault' in choice) return choice

  const isCorrect = isRight(question, choice.chosen)
  const completed = await transact(async (tx) => {
    await scheduleFromLesson(tx, {
      enrolmentId,
      questionId: question.id,
      isCorrect,
      today: todayIn(actor.timeZone, now),
    })
    const row = { enrolmentId, questionId: question.id, courseVersionId: versionId }
    await insertAnswer(tx, { ...row, chosen: choice.chosen, isCorrect, now })
    return completeCourseIfDone(tx, { userId: actor.id, course: { slug: at.course }, now, actor })
  })
  return { isCorrect, hasCompleted: completed.length > 0 }
}
