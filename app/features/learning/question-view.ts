import { digestOf } from '#app/content/digest.server.ts'
import type { Question } from '#app/content/question-schema.ts'
import type { LastAnswer } from '#app/db/study.server.ts'
import { SHIFTS } from '#app/domain/keyed/concordance.ts'
import { shiftNumber, shiftWords } from '#app/domain/keyed/shift-words.ts'
import type { PanelProvenance } from '#app/domain/provenance.ts'
import { isRight } from '#app/domain/retrieval/is-right.ts'
import { pairOf } from '#app/domain/retrieval/match.ts'
import { MODES, modeWords } from '#app/domain/retrieval/modes.ts'
import { isJudged } from '#app/domain/retrieval/question.ts'
import { readAnswer } from '#app/domain/retrieval/read-answer.ts'
import { shuffle, shuffleSteps } from '#app/domain/retrieval/shuffle.ts'
import { type AnsweredOption, answeredOptions } from './answered-options.ts'

type Option = { id: string; text: string }

/** What stands above the answers, beside the prompt. */
export type Stem =
  | { kind: 'single' | 'multiple' | 'order' }
  | { kind: 'match'; answers: Option[] }
  | { kind: 'gap'; sentence: string; isNumber: boolean }
  | { kind: 'mode'; transcript: { speaker: string; says: string; note?: string | undefined }[] }
  | { kind: 'script-concordance'; thinking: string; learn: string }

type Asked = {
  id: string
  prompt: string
  stem: Stem
  /** What has to be known of how it is judged. */
  remark: string | undefined
  /** Whose answers it is judged by, where they are a panel's. */
  panel: PanelProvenance | undefined
}

/**
 * A question that waits for an answer: nothing in it tells which is right. `options` are what is chosen among; of a `match` the lines, which
 * are each given an answer. `print` tells this wording of the question from every other. `earlier` is how an answer was judged whose question was corrected since: it counts until there is another.
 */
export type OpenQuestion = Asked & {
  isAnswered: false
  options: Option[]
  print: string
  earlier: { isCorrect: boolean } | undefined
}

/** A question as it was answered, with what there is to say on every option. */
export type AnsweredQuestion = Asked & {
  isAnswered: true
  isCorrect: boolean
  /** How it went, in a word or two. */
  outcome: string
  explanation: string
  options: AnsweredOption[]
}

export type QuestionView = OpenQuestion | AnsweredQuestion

type Standing = {
  /** Shuffles what stands in no order of its own. */
  seed: string
  answer: Pick<LastAnswer, 'chosen' | 'isCorrect'> | undefined
}

const NO_PANEL =
  'No panel has answered this yet. Your answer is compared with what its author expects, by its direction alone, and does not count towards the share of right answers.'

export function questionView(question: Question, { seed, answer }: Standing): QuestionView {
  if (!answer || !isStillSo(question, answer))
    return { ...openQuestion(question, seed), earlier: answer && { isCorrect: answer.isCorrect } }
  return {
    ...askedBy(question, seed),
    isAnswered: true,
    isCorrect: answer.isCorrect,
    ...outcomeOf(question, answer),
    explanation: question.explanation,
    options: answeredOptions(question, answer.chosen),
  }
}

/** A question as whoever answered all of it right sees it: to read it over. */
export function answeredRight(question: Question): AnsweredQuestion {
  return {
    ...askedBy(question, question.id),
    isAnswered: true,
    isCorrect: true,
    outcome: 'Right',
    explanation: question.explanation,
    options: answeredOptions(question, rightAnswer(question)),
  }
}

function rightAnswer(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.flatMap(({ id, correct }) => (correct ? [id] : []))
    case 'order':
      return question.options.map(({ id }) => id)
    case 'match':
      return question.lines.map(({ id, answer }) => pairOf(id, answer))
    case 'gap':
      return [String(question.words?.[0] ?? question.number)]
    case 'mode':
      return [question.mode]
    case 'script-concordance':
      return [String(question.expected)]
  }
}

/** A question that nobody has answered. @param seed shuffles what stands in no order of its own. */
export const openQuestion = (question: Question, seed: string): OpenQuestion => ({
  ...askedBy(question, seed),
  isAnswered: false,
  options: optionsOf(question, `${seed} ${question.id}`),
  print: printOf(question),
  earlier: undefined,
})

function askedBy(question: Question, seed: string): Asked {
  const { id, prompt } = question
  const remark = isJudged(question) ? undefined : NO_PANEL
  return { id, prompt, stem: stemOf(question, `${seed} ${id}`), remark, panel: panelOf(question) }
}

function panelOf(question: Question): PanelProvenance | undefined {
  if (question.kind !== 'script-concordance' || !question.panel) return undefined
  const { panel, members, on } = question.panel
  return { panel, members, on }
}

/** Sent with an answer, so that nobody is judged by words that they have not seen. */
export const printOf = (question: Question): string => digestOf(question).slice(0, 16)

export const CHANGED_MEANWHILE =
  'This question was corrected while your page was open. It stands here as it is now: please look at your answer again.'

/** An answer to options that a later version has no longer, or judges otherwise, cannot be shown beside that version's reasons. */
function isStillSo(question: Question, { chosen, isCorrect }: NonNullable<Standing['answer']>): boolean {
  const read = readAnswer(question, chosen)
  return 'chosen' in read && isRight(question, read.chosen) === isCorrect
}

function outcomeOf(question: Question, { isCorrect }: NonNullable<Standing['answer']>): { outcome: string } {
  if (isJudged(question)) return { outcome: isCorrect ? 'Right' : 'Not quite' }
  return { outcome: isCorrect ? 'As the author expects' : 'Not as the author expects' }
}

function stemOf(question: Question, seed: string): Stem {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return { kind: question.kind }
    case 'match':
      return { kind: question.kind, answers: shuffle(question.answers, seed) }
    case 'gap':
      return { kind: question.kind, sentence: question.sentence, isNumber: question.number !== undefined }
    case 'mode':
      return { kind: question.kind, transcript: question.transcript }
    case 'script-concordance':
      return { kind: question.kind, thinking: question.thinking, learn: question.learn }
  }
}

const plain = ({ id, text }: Option): Option => ({ id, text })

function optionsOf(question: Question, seed: string): Option[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(plain)
    case 'order':
      return shuffleSteps(question.options, seed).map(plain)
    case 'match':
      return question.lines.map(plain)
    case 'gap':
      return []
    case 'mode':
      return MODES.map((mode) => ({ id: mode, text: modeWords[mode] }))
    case 'script-concordance':
      return SHIFTS.map((shift) => ({ id: String(shift), text: `${shiftNumber(shift)}: ${shiftWords[shift]}` }))
  }
}
