import { type Passage, sentencesOf, sharedLength } from '../passages.ts'
import type { Annotation } from './annotation.ts'

/** Neighbouring sentences of one turn with one code, by their places in the turn from 0, in order. */
export type Run = { turn: number; code: string; sentences: number[] }

/** Where each sentence of each turn stands; turns from 0 here. */
export type Sentences = readonly (readonly Passage[])[]

export const sentencesOfTurns = (texts: readonly string[]): Sentences => texts.map((text) => sentencesOf(text))

/** A passage takes up a sentence when it has half of the sentence, or lies with half of itself in it. */
const TAKEN_UP = 0.5

/**
 * The sentences that a passage takes up, at least one. Passages are compared by whole sentences, since a sentence is what the
 * keyboard chooses: whoever selects words with a mouse and whoever cannot are scored alike.
 */
export function sentencesTaken(
  { turn, ...passage }: Pick<Annotation, 'turn' | 'from' | 'to'>,
  sentences: Sentences,
): number[] {
  const shares = (sentences[turn - 1] ?? []).map((sentence) => sharedLength(passage, sentence))
  const all = shares.reduce((sum, shared) => sum + shared, 0)
  return shares.flatMap((shared, place) => {
    const isTaken = shared >= TAKEN_UP * lengthOf(sentences[turn - 1]?.[place]) || shared >= TAKEN_UP * all
    return shared > 0 && isTaken ? [place] : []
  })
}

/** Passages as runs of whole sentences: those of one code that overlap or stand side by side are one. */
export function runsOf(annotations: readonly Annotation[], sentences: Sentences): Run[] {
  const taken = new Map<string, { turn: number; code: string; places: Set<number> }>()
  for (const annotation of annotations) {
    const { turn, code } = annotation
    const of = taken.get(`${turn} ${code}`) ?? { turn, code, places: new Set() }
    for (const place of sentencesTaken(annotation, sentences)) of.places.add(place)
    taken.set(`${turn} ${code}`, of)
  }
  return [...taken.values()].flatMap(({ turn, code, places }) =>
    neighbours([...places].sort((a, b) => a - b)).map((run) => ({ turn, code, sentences: run })),
  )
}

/** How many characters two runs share, by their sentences. Their codes may differ. */
export function sharedByRuns(a: Run, b: Run, sentences: Sentences): number {
  if (a.turn !== b.turn) return 0
  const common = a.sentences.filter((place) => b.sentences.includes(place))
  return lengthOfRun({ ...a, sentences: common }, sentences)
}

/** In characters, without the space between sentences. */
export const lengthOfRun = ({ turn, sentences: places }: Run, sentences: Sentences): number =>
  places.reduce((sum, place) => sum + lengthOf(sentences[turn - 1]?.[place]), 0)

const lengthOf = (passage: Passage | undefined) => (passage ? passage.to - passage.from : 0)

function neighbours(places: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last?.at(-1) === place - 1) last.push(place)
    else runs.push([place])
  }
  return runs
}
