import { type PanelCounts, type Shift, scoreConcordance } from '../keyed/concordance.ts'
import { fillsGap } from './gap.ts'
import { answersByLine } from './match.ts'
import type { JudgedQuestion } from './question.ts'

/**
 * Whether an answer is right: the same options, and for an `order` question in the same order; every line with its own answer; what fills
 * the gap; the mode that the line is an example of; an answer to a concordance that enough of the panel gave.
 * @param chosen as `readAnswer` gives it.
 */
export function isRight(question: JudgedQuestion, chosen: readonly string[]): boolean {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const right = question.options.filter(({ correct }) => correct).map(({ id }) => id)
      return right.length === chosen.length && right.every((id) => chosen.includes(id))
    }
    case 'order':
      return question.options.map(({ id }) => id).join() === chosen.join()
    case 'match': {
      const byLine = answersByLine(chosen)
      return question.lines.every(({ id, answer }) => byLine[id] === answer)
    }
    case 'gap':
      return fillsGap(question, chosen[0] ?? '')
    case 'mode':
      return chosen[0] === question.mode
    case 'script-concordance': {
      const answer = Number(chosen[0]) as Shift
      return question.panel
        ? isSharedByPanel(question.panel.counts, answer)
        : Math.sign(answer) === Math.sign(question.expected ?? 0)
    }
  }
}

/**
 * From what credit on an answer to a concordance counts as right where only yes or no can be said: at least half as many of the panel gave
 * it as gave the most frequent one. Where there is no panel, one author's expectation carries a direction and no more.
 * Our decision: docs/decisions/2026-11-29-kinds-of-questions.md.
 */
const CREDIT_AT_LEAST = 0.5

/** Whether an answer to a script concordance item earns at least half of what the panel's most frequent one does. */
export function isSharedByPanel(counts: PanelCounts, answer: Shift): boolean {
  const { mean } = scoreConcordance({ item: counts }, { item: answer })
  return 'value' in mean && mean.value >= CREDIT_AT_LEAST
}
