import { SHIFTS } from '../keyed/concordance.ts'
import { GAP_CHARACTERS_AT_MOST, numberIn } from './gap.ts'
import { answersByLine, pairOf } from './match.ts'
import { isMode } from './modes.ts'
import type { JudgedQuestion, QuestionOf } from './question.ts'

/**
 * What was answered, as it is kept: ids of the options chosen, in the chosen order for an `order` question; `line=answer` for each line
 * of a `match`; what was typed into a `gap`; the name of a mode; a shift from -2 to 2.
 */
export type Chosen = string[]

export type ReadAnswer = { chosen: Chosen } | { fault: string }

/** What a person answered, if it is an answer to this question at all, or the sentence that says what is missing. */
export function readAnswer(question: JudgedQuestion, given: readonly string[]): ReadAnswer {
  const [only] = given
  const isOne = new Set(given).size === 1
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return readOptions(question, given)
    case 'match':
      return readPairs(question, given)
    case 'gap':
      return readGap(question, only ?? '')
    case 'mode':
      return isOne && isMode(only) ? { chosen: [only] } : { fault: 'Choose one of the four.' }
    case 'script-concordance':
      return isOne && SHIFTS.some((shift) => String(shift) === only)
        ? { chosen: given.slice(0, 1) }
        : { fault: 'Choose one of the five answers.' }
  }
}

const FAULTS = {
  single: 'Choose one answer.',
  multiple: 'Choose at least one answer.',
  order: 'Give every step its own number, from first to last.',
}

function readOptions(
  { kind, options }: QuestionOf<'single' | 'multiple' | 'order'>,
  given: readonly string[],
): ReadAnswer {
  const chosen = [...new Set(given)]
  const areKnown = chosen.every((id) => options.some((option) => option.id === id))
  const isAnswer = {
    single: chosen.length === 1,
    multiple: chosen.length >= 1,
    order: chosen.length === options.length && given.length === options.length,
  }[kind]
  return areKnown && isAnswer ? { chosen } : { fault: FAULTS[kind] }
}

function readPairs({ lines, answers }: QuestionOf<'match'>, given: readonly string[]): ReadAnswer {
  const byLine = answersByLine(given)
  const chosen = lines.flatMap(({ id }) => {
    const answer = answers.find((one) => one.id === byLine[id])
    return answer ? [pairOf(id, answer.id)] : []
  })
  const isWhole = chosen.length === lines.length && given.length === lines.length
  return isWhole ? { chosen } : { fault: 'Choose an answer for every line.' }
}

function readGap({ number }: QuestionOf<'gap'>, given: string): ReadAnswer {
  const typed = given.trim().replaceAll(/\s+/g, ' ')
  if (typed === '') return { fault: 'Write what is missing.' }
  if (typed.length > GAP_CHARACTERS_AT_MOST)
    return { fault: `Write no more than ${GAP_CHARACTERS_AT_MOST} characters.` }
  if (number !== undefined && numberIn(typed) === null) return { fault: 'Write a number, in figures.' }
  return { chosen: [typed] }
}
