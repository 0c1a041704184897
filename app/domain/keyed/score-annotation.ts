import type { NoFigure } from '../agreement/figure.ts'
import type { Annotation } from './annotation.ts'
import { codingAgreement } from './coding-agreement.ts'
import {
  lengthOfRun,
  type Run,
  runsOf,
  type Sentences,
  sentencesOfTurns,
  sentencesTaken,
  sharedByRuns,
} from './sentence-runs.ts'

/** A part of a score, 0..1, or why there is none. */
export type Part = { value: number } | NoFigure

/**
 * How a passage stands to the other side's coding.
 * `agreed`: a passage there has the same code and matches. `partly`: the same code, on too little or far too much of it.
 * `otherwise`: coded there, with another code. `alone`: not coded there at all.
 */
export type Standing = 'agreed' | 'partly' | 'otherwise' | 'alone'

export type Compared = Annotation & { standing: Standing }

export type AnnotationScore = {
  /** Own passages that the key has: of how many. */
  precision: Part
  /** The key's passages that were found. */
  recall: Part
  f1: Part
  /** Beyond chance, over the whole text: {@link codingAgreement}. */
  agreement: Part
  counts: { own: number; ownAgreed: number; key: number; keyFound: number }
  own: Compared[]
  key: Compared[]
}

/**
 * Two passages of one code are the same when they share at least this much of the longer one, so that coding a whole turn does
 * not find each sentence in it. Our decision: docs/decisions/2026-11-25-keyed-vignettes.md.
 */
const SHARED_AT_LEAST = 0.5

/**
 * Compares a coding with a key, passage by passage, after both were widened to whole sentences (`sentencesTaken`) and neighbours
 * of one code were joined.
 * - precision = own passages that match one of the key / own passages; recall = the key's that match an own one / the key's;
 * - F1 = 2PR / (P + R), their harmonic mean (van Rijsbergen 1979), 0 when nothing matches.
 * @param key, given tidy annotations, see `tidyAnnotations`.
 * @param texts the words of each turn.
 */
export function scoreAnnotation(
  key: readonly Annotation[],
  given: readonly Annotation[],
  texts: readonly string[],
): AnnotationScore {
  const sentences = sentencesOfTurns(texts)
  const [keyRuns, ownRuns] = [runsOf(key, sentences), runsOf(given, sentences)]
  const ownAgreed = ownRuns.filter((run) => keyRuns.some((other) => isMatch(run, other, sentences))).length
  const keyFound = keyRuns.filter((run) => ownRuns.some((other) => isMatch(run, other, sentences))).length
  const counts = { own: ownRuns.length, ownAgreed, key: keyRuns.length, keyFound }
  return {
    ...shares(counts),
    agreement: codingAgreement(keyRuns, ownRuns, sentences),
    counts,
    own: given.map((one) => ({ ...one, standing: standing(one, ownRuns, keyRuns, sentences) })),
    key: key.map(({ turn, from, to, code }) => ({
      ...{ turn, from, to, code },
      standing: standing({ turn, from, to, code }, keyRuns, ownRuns, sentences),
    })),
  }
}

function shares({
  own,
  ownAgreed,
  key,
  keyFound,
}: AnnotationScore['counts']): Pick<AnnotationScore, 'precision' | 'recall' | 'f1'> {
  if (key === 0) return { precision: NO_KEY, recall: NO_KEY, f1: NO_KEY }
  const recall = keyFound / key
  if (own === 0) return { precision: NOTHING_CODED, recall: { value: 0 }, f1: { value: 0 } }
  const precision = ownAgreed / own
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision: { value: precision }, recall: { value: recall }, f1: { value: f1 } }
}

const NO_KEY: NoFigure = { reason: 'The panel coded no passage alike, so there is nothing to find.' }
const NOTHING_CODED: NoFigure = { reason: 'No passage was coded, so none can be right or wrong.' }

function isMatch(a: Run, b: Run, sentences: Sentences): boolean {
  const longer = Math.max(lengthOfRun(a, sentences), lengthOfRun(b, sentences))
  return a.code === b.code && sharedByRuns(a, b, sentences) >= SHARED_AT_LEAST * longer && longer > 0
}

function standing(one: Annotation, side: readonly Run[], others: readonly Run[], sentences: Sentences): Standing {
  const [first] = sentencesTaken(one, sentences)
  const run = side.find(
    ({ turn, code, sentences: places }) =>
      turn === one.turn && code === one.code && first !== undefined && places.includes(first),
  )
  if (!run) return 'alone'
  if (others.some((other) => isMatch(run, other, sentences))) return 'agreed'
  const itself = { ...run, sentences: sentencesTaken(one, sentences) }
  const met = others.filter((other) => sharedByRuns(itself, other, sentences) > 0)
  if (met.some(({ code }) => code === one.code)) return 'partly'
  return met.length > 0 ? 'otherwise' : 'alone'
}
