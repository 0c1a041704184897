import type { Actor } from '#app/domain/people.ts'
import { inTheirTurn } from '#app/domain/practice/session.ts'
import { answerPractice } from '#app/features/learning/practice/answer-practice.server.ts'
import { loadPractice } from '#app/features/learning/practice/load-practice.server.ts'
import { answerTo } from './answering.ts'

type Rehearsal = { answers: number; wrong: number }

/** Answers the questions that are due on a day, as many as there are up to `answers`; the first of them wrong. */
export async function rehearse(actor: Actor, { answers, wrong }: Rehearsal, at: Date): Promise<void> {
  const { courses, today } = await loadPractice(actor, at)
  const due = inTheirTurn(
    courses.flatMap(({ cards }) => cards),
    today,
  )
  for (const [index, { question, course, reviews: seen }] of due.slice(0, answers).entries()) {
    const chosen = answerTo(question, index < wrong)
    const answer = { course: course.slug, questionId: question.id, seen, chosen }
    const answered = await answerPractice(actor, answer, at)
    if ('fault' in answered) throw new Error(`${question.id} in practice: ${answered.fault}`)
  }
}
