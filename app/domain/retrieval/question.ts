import type { PanelCounts, Shift } from '../keyed/concordance.ts'
import type { GapKey } from './gap.ts'
import type { Mode } from './modes.ts'

type Option = { id: string; text: string }

type Judged = {
  single: { options: readonly (Option & { correct: boolean })[] }
  multiple: { options: readonly (Option & { correct: boolean })[] }
  /** The options stand in their right order. */
  order: { options: readonly Option[] }
  /** Each line goes with one of the answers; an answer may go with several lines, or with none. */
  match: { lines: readonly (Option & { answer: string })[]; answers: readonly Option[] }
  gap: GapKey
  mode: { mode: Mode }
  /** Judged by a panel's answers, or, where none has answered yet, by the direction that the author expects. */
  'script-concordance': { panel?: { counts: PanelCounts } | undefined; expected?: Shift | undefined }
}

export type QuestionKind = keyof Judged

/** A retrieval question as far as judging it goes. */
export type JudgedQuestion = {
  [Kind in QuestionKind]: { id: string; kind: Kind } & Judged[Kind]
}[QuestionKind]

export type QuestionOf<Kind extends QuestionKind> = Extract<JudgedQuestion, { kind: Kind }>

/**
 * Whether right and wrong are told at all, so that they may count towards completing a course. One author's expectation of a
 * concordance is no panel's judgement: it is formative, and gates nobody.
 */
export const isJudged = (question: { kind: QuestionKind; panel?: unknown }): boolean =>
  question.kind !== 'script-concordance' || question.panel !== undefined
