import type { NoFigure } from '../agreement/figure.ts'
import type { KeyedAnswers } from './answers.ts'
import { type ConcordanceScore, scoreConcordance } from './concordance.ts'
import { type JudgementScore, scoreJudgement } from './judgement.ts'
import type { Key } from './key.ts'
import { type AnnotationScore, scoreAnnotation } from './score-annotation.ts'

/** What was compared with what, by kind: kept with the score, so that a page shows it as it was found. */
export type ScoreDetails =
  | ({ kind: 'annotate' } & AnnotationScore)
  | ({ kind: 'script-concordance' } & ConcordanceScore)
  | ({ kind: 'situational-judgement' } & JudgementScore)

export type KeyedScore = { share: { value: number } | NoFigure; details: ScoreDetails }

/**
 * Scores a complete answer against a key of its kind. The share is F1 for a coding, and the mean of the items' credits otherwise.
 * @param texts the words of each turn, where a transcript is coded.
 */
export function scoreKeyed(key: Key, answers: KeyedAnswers, texts: readonly string[]): KeyedScore {
  if (key.kind === 'annotate' && answers.kind === 'annotate') {
    const score = scoreAnnotation(key.passages, answers.passages, texts)
    return { share: score.f1, details: { kind: key.kind, ...score } }
  }
  if (key.kind === 'script-concordance' && answers.kind === 'script-concordance') {
    const panels = Object.fromEntries(Object.entries(key.items).map(([id, { panel }]) => [id, panel]))
    const score = scoreConcordance(panels, answers.shifts)
    return { share: score.mean, details: { kind: key.kind, ...score } }
  }
  if (key.kind === 'situational-judgement' && answers.kind === 'situational-judgement') {
    const score = scoreJudgement(key.items, answers.items)
    return { share: score.mean, details: { kind: key.kind, ...score } }
  }
  throw new Error(`an answer of kind ${answers.kind} has no score by a key of kind ${key.kind}`)
}
