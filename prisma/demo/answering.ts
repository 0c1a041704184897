import type { Question } from '#app/content/question-schema.ts'
import { SHIFTS } from '#app/domain/keyed/concordance.ts'
import { isRight } from '#app/domain/retrieval/is-right.ts'
import { pairOf } from '#app/domain/retrieval/match.ts'
import { MODES } from '#app/domain/retrieval/modes.ts'

/** An answer to a question, right or wrong as the cast's story wants it. */
export function answerTo(question: Question, wrongly: boolean): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const chosen = question.options.filter(({ correct }) => correct !== wrongly).map(({ id }) => id)
      return question.kind === 'single' ? chosen.slice(0, 1) : chosen
    }
    case 'order': {
      const ids = question.options.map(({ id }) => id)
      return wrongly ? ids.toReversed() : ids
    }
    case 'match':
      return question.lines.map(({ id, answer }) => pairOf(id, wrongly ? otherThan(answer, question.answers) : answer))
    case 'gap':
      return [wrongly ? '0' : String(question.words?.[0] ?? question.number)]
    case 'mode':
      return MODES.filter((mode) => (mode === question.mode) !== wrongly).slice(0, 1)
    case 'script-concordance':
      return SHIFTS.map(String)
        .filter((shift) => isRight(question, [shift]) !== wrongly)
        .slice(0, 1)
  }
}

const otherThan = (answer: string, answers: readonly { id: string }[]) =>
  answers.find(({ id }) => id !== answer)?.id ?? answer
