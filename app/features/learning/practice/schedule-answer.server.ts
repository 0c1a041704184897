import type { Db } from '#app/db/client.server.ts'
import { holdCard, insertCard, moveCard } from '#app/db/practice-cards.server.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { afterAnswer, isDue } from '#app/domain/practice/schedule.ts'

type LessonAnswer = { enrolmentId: string; questionId: string; isCorrect: boolean; today: Day }

/**
 * What an answer on a lesson's page does to the question's card: the first one makes it, and a later one counts as practice where the
 * question is due. One given before that tells nothing of memory: the reasons were read a moment ago.
 */
export async function scheduleFromLesson(tx: Db, { isCorrect, today, ...key }: LessonAnswer): Promise<void> {
  const card = await holdCard(tx, key)
  if (!card) await insertCard(tx, key, afterAnswer(undefined, { isCorrect, today }))
  else if (isDue(card, today)) await moveCard(tx, key, afterAnswer(card, { isCorrect, today }))
}
