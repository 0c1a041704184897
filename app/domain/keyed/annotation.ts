import { liesWithin, type Passage } from '../passages.ts'
import { figure } from '../wording.ts'

/** A passage of a transcript with the code that somebody gave it. It stands within one turn, counted from 1 as in the content. */
export type Annotation = Passage & { turn: number; code: string }

/** What somebody was asked to code: the words of each turn, and the codes to choose from. */
export type AskedCoding = {
  kind: 'annotate'
  transcript: readonly { says: string }[]
  codes: readonly { id: string }[]
}

export const textsOf = ({ transcript }: Pick<AskedCoding, 'transcript'>): string[] => transcript.map(({ says }) => says)

/** More than anybody codes by hand; what a hostile form sends stops here. */
const MOST_PASSAGES = 2_000

/** Where a selection begins or ends: a turn, and the character in its words. */
export type Place = { turn: number; at: number }

const OVER_A_BOUNDARY =
  'This passage goes over the end of a turn. A code belongs to what one person says: choose the passage within one turn.'

/**
 * The passage that somebody selected, without the space around it. One over the boundary between two turns is refused with a
 * sentence and not split: a code is a judgement about what one person says, and the other half was seldom meant. A selection that
 * only touches the next turn's beginning, as three clicks make it, ends where the turn ends.
 */
export function passageBetween(
  from: Place,
  to: Place,
  texts: readonly string[],
): (Passage & { turn: number }) | { fault: string } {
  const end = to.at === 0 && to.turn === from.turn + 1 ? { turn: from.turn, at: wordsOf(texts, from.turn).length } : to
  if (from.turn !== end.turn) return { fault: OVER_A_BOUNDARY }
  const passage = trimmed({ turn: from.turn, from: from.at, to: end.at }, texts)
  return passage ?? { fault: 'Choose at least one word.' }
}

/**
 * Annotations as they are kept: in the order of the text, those of one code that overlap made into one.
 * @returns why not, as a sentence, when one lies outside of its turn or has no code of this vignette.
 */
export function tidyAnnotations(
  given: readonly Annotation[],
  asked: AskedCoding,
): { annotations: Annotation[] } | { fault: string } {
  if (given.length > MOST_PASSAGES) return { fault: `Code at most ${figure(MOST_PASSAGES)} passages.` }
  const texts = textsOf(asked)
  const kept: Annotation[] = []
  for (const annotation of given) {
    if (!asked.codes.some(({ id }) => id === annotation.code))
      return { fault: 'A passage has a code that is not offered.' }
    const passage = trimmed(annotation, texts)
    if (!passage)
      return { fault: 'A passage lies outside of its turn. Choose it again, within what one person says in one turn.' }
    kept.push(passage)
  }
  return { annotations: mergeOverlapping(kept).sort(byPlace) }
}

const wordsOf = (texts: readonly string[], turn: number) => texts[turn - 1] ?? ''

function trimmed<Of extends Passage & { turn: number }>(passage: Of, texts: readonly string[]): Of | null {
  const text = wordsOf(texts, passage.turn)
  if (!liesWithin(passage, text)) return null
  const words = text.slice(passage.from, passage.to)
  const from = passage.from + (words.length - words.trimStart().length)
  return { ...passage, from, to: from + words.trim().length }
}

function mergeOverlapping(annotations: readonly Annotation[]): Annotation[] {
  const merged: Annotation[] = []
  for (const { turn, from, to, code } of [...annotations].sort(byPlace)) {
    const before = merged.findLast((one) => one.turn === turn && one.code === code)
    if (before && from < before.to) before.to = Math.max(before.to, to)
    else merged.push({ turn, from, to, code })
  }
  return merged
}

const byPlace = (a: Annotation, b: Annotation) =>
  a.turn - b.turn || a.from - b.from || a.to - b.to || (a.code < b.code ? -1 : Number(a.code > b.code))
