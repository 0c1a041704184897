import type { Annotation, AskedCoding } from './annotation.ts'
import type { AskedConcordance, Shift } from './concordance.ts'
import type { AskedJudgement, Judged } from './judgement.ts'

/** What a vignette asks whose answer a key scores. A published one of these kinds is such a thing as it is. */
export type Asked = AskedCoding | AskedConcordance | AskedJudgement
export type KeyedKind = Asked['kind']

/** What is answered, by kind: the body of a draft, and of the frozen answer. Half an answer has fewer entries. */
export type CodingAnswer = { kind: 'annotate'; passages: Annotation[] }
export type ConcordanceAnswer = { kind: 'script-concordance'; shifts: Record<string, Shift> }
/** Half an order has no place for some options. */
export type JudgementAnswer = { kind: 'situational-judgement'; items: Record<string, Judged> }
export type KeyedAnswers = CodingAnswer | ConcordanceAnswer | JudgementAnswer

/** Nothing answered yet, in the shape of the vignette's kind. */
export function blankKeyedAnswers({ kind }: Pick<Asked, 'kind'>): KeyedAnswers {
  if (kind === 'annotate') return { kind, passages: [] }
  return kind === 'script-concordance' ? { kind, shifts: {} } : { kind, items: {} }
}

/** Whether nothing at all was answered. */
export function isNothingAnswered(answers: KeyedAnswers): boolean {
  if (answers.kind === 'annotate') return answers.passages.length === 0
  if (answers.kind === 'script-concordance') return Object.keys(answers.shifts).length === 0
  return Object.values(answers.items).every((judged) =>
    'places' in judged ? Object.keys(judged.places).length === 0 : judged.chosen.length === 0,
  )
}
