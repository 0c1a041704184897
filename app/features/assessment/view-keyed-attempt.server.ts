import { keyOf } from '#app/content/key-of.ts'
import type { KeyedVignette } from '#app/content/vignette-schema.ts'
import type { HandedInAttempt } from '#app/db/own-results.server.ts'
import { keyedAnswersIn } from '#app/domain/keyed/read-answers.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import { compareWithKey, type KeyedComparison } from './keyed-results.server.ts'

/** The score of an answer and what it was compared with, under the key that it was scored with. */
export type KeyedResult = {
  /** 0..1; null where the key must not score, or there was nothing to score. */
  share: number | null
  provenance: Provenance
  comparison: KeyedComparison
}

export function viewKeyedResult(vignette: KeyedVignette, { score, ...attempt }: HandedInAttempt): KeyedResult {
  if (!score || score.key?.kind === 'benchmark') throw new Error('an answer was handed in and not scored')
  const { share, provenance, details } = score
  const answers = keyedAnswersIn(vignette, attempt.answers)
  const key = score.key ?? keyOf(vignette)
  return { share, provenance, comparison: compareWithKey({ vignette, answers, details, key, isOwnKey: !score.key }) }
}
