import { transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { insertAnswer, isFirstOfKey } from '#app/db/learning.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isRight } from '#app/domain/retrieval/is-right.ts'
import { readAnswer } from '#app/domain/retrieval/read-answer.ts'
import { type LessonAddress, requireOwnLesson } from './own-course.server.ts'
import { scheduleFromLesson } from './practice/schedule-answer.server.ts'
import { CHANGED_MEANWHILE, printOf } from './question-view.ts'

/** `print` is of the question as it was shown; without one it is not compared. An answer with a `key` is kept once, however often it is sent. */
type Answer = { questionId: string; chosen: readonly string[]; print?: string | undefined; key?: string | undefined }

/**
 * Keeps an answer to a retrieval question; earlier ones stay, and the last one counts. The question comes back in practice.
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
  if (answer.print && answer.print !== printOf(question)) return { fault: CHANGED_MEANWHILE }
  const read = readAnswer(question, answer.chosen)
  if ('fault' in read) return read

  const isCorrect = isRight(question, read.chosen)
  const completed = await transact(async (tx) => {
    if (answer.key && !(await isFirstOfKey(tx, enrolmentId, answer.key))) return []
    await scheduleFromLesson(tx, {
      enrolmentId,
      questionId: question.id,
      isCorrect,
      today: todayIn(actor.timeZone, now),
    })
    const row = { enrolmentId, questionId: question.id, courseVersionId: versionId }
    await insertAnswer(tx, { ...row, chosen: read.chosen, isCorrect, now })
    return completeCourseIfDone(tx, { userId: actor.id, course: { slug: at.course }, now, actor })
  })
  return { isCorrect, hasCompleted: completed.length > 0 }
}
