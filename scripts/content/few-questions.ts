import type { Finding } from '#app/content/findings.ts'
import type { PublishableItem } from '#app/content/publishable.ts'

/** With fewer, practice has too little to space out. */
const FEWEST_QUESTIONS = 8

/** Courses with too few questions, but for one that is made of others: worth a look, and no fault. */
export const fewQuestions = (items: readonly PublishableItem[]): Finding[] =>
  items.flatMap((item) => {
    if (item.kind !== 'course' || item.body.modules || item.body.questions.length >= FEWEST_QUESTIONS) return []
    const message = `has ${item.body.questions.length} questions; a course has at least ${FEWEST_QUESTIONS}`
    return [{ file: item.slug, line: 1, column: 1, field: 'questions', message }]
  })
