import type { Passage } from './passages.ts'

/** A run of words that stands in both texts, word for word but for a few. */
export type SharedPassage = { here: Passage; there: Passage; words: number }

export type Likeness = {
  /** Share of this text's words that lie in a shared passage, 0..1. */
  share: number
  passages: SharedPassage[]
}

/** Words of a fingerprint. Fewer find common phrases, more miss what was changed a little. */
const GRAM = 5
/** Of so many fingerprints in a row one is kept, so that every run of `GRAM + WINDOW - 1` shared words is found. */
const WINDOW = 4
/** A run of at least so many words is told; shorter ones are how people speak. */
export const PASSAGE_WORDS = GRAM + WINDOW - 1
/** Two runs are one passage when at most so many words between them were changed. */
const CHANGED_WORDS = 3

/** From what likeness on two answers are put before the training lead. */
const WORTH_A_LOOK = { share: 0.15, words: 20 }

type Word = Passage & { text: string }

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map(({ 0: word, index }) => ({
    text: word.toLowerCase().replaceAll('’', "'"),
    from: index,
    to: index + word.length,
  }))

const MASK = (1n << 63n) - 1n

/** FNV-1a over 64 bits, without the sign, so that it fits PostgreSQL's bigint. */
function hashOf(gram: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const character of gram)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n)
  return hash & MASK
}

const gramsOf = (words: readonly Word[]): string[] =>
  words.slice(0, Math.max(0, words.length - GRAM + 1)).map((_, at) => joined(words, at))

const joined = (words: readonly Word[], at: number) =>
  words
    .slice(at, at + GRAM)
    .map(({ text }) => text)
    .join(' ')

/**
 * Hashes by which texts that share a run of `PASSAGE_WORDS` words are found among thousands: winnowing (Schleimer, Wilkerson
 * and Aiken 2003), which keeps the smallest hash of every window.
 * @param known texts that everybody has before them: what is quoted from those gives no fingerprint.
 */
export function fingerprintsOf(text: string, known: readonly string[] = []): bigint[] {
  const common = new Set(known.flatMap((each) => gramsOf(wordsOf(each))))
  const hashes = gramsOf(wordsOf(text)).map((gram) => (common.has(gram) ? MASK : hashOf(gram)))
  const kept = new Set<bigint>()
  for (let at = 0; at < hashes.length; at += 1) {
    const window = hashes.slice(at, at + WINDOW)
    if (window.length < WINDOW && at > 0) break
    // biome-ignore lint/complexity/useMathMinMax: Math.min takes no bigints
    kept.add(window.reduce((least, hash) => (hash < least ? hash : least)))
  }
  kept.delete(MASK)
  return [...kept]
}

/** The passages that two texts share, in the order of the first. Quotations of `known` texts are not told. */
export function likenessOf(here: string, there: string, known: readonly string[] = []): Likeness {
  const [a, b] = [wordsOf(here), wordsOf(there)]
  const common = new Set(known.flatMap((each) => gramsOf(wordsOf(each))))
  const runs = joinNear(sharedRuns(a, b, common)).filter(({ length }) => length >= PASSAGE_WORDS)
  const words = runs.reduce((sum, { length }) => sum + length, 0)
  return {
    share: a.length === 0 ? 0 : Math.min(1, words / a.length),
    passages: runs.map((run) => ({
      here: { from: a[run.a]?.from ?? 0, to: a[run.aEnd - 1]?.to ?? 0 },
      there: { from: b[run.b]?.from ?? 0, to: b[run.bEnd - 1]?.to ?? 0 },
      words: run.length,
    })),
  }
}

/** Whether a likeness is told at all. */
export const isWorthALook = ({ share, passages }: Likeness): boolean =>
  share >= WORTH_A_LOOK.share || passages.some(({ words }) => words >= WORTH_A_LOOK.words)

/** From word `a` to before `aEnd` of one text, and of the other; `length` counts the words that are the same. */
type Run = { a: number; aEnd: number; b: number; bEnd: number; length: number }

/** Runs of words that are the same in both, each word of the first in one run at most: the longest from where it begins. */
function sharedRuns(a: readonly Word[], b: readonly Word[], common: ReadonlySet<string>): Run[] {
  const places = new Map<string, number[]>()
  gramsOf(b).forEach((gram, at) => {
    places.set(gram, [...(places.get(gram) ?? []), at])
  })
  const runs: Run[] = []
  for (let at = 0; at + GRAM <= a.length; ) {
    const gram = joined(a, at)
    const starts = common.has(gram) ? [] : (places.get(gram) ?? [])
    const best = starts.map((start) => runFrom(a, b, at, start)).sort((one, other) => other.length - one.length)[0]
    if (best) runs.push(best)
    at = best ? best.aEnd : at + 1
  }
  return runs
}

function runFrom(a: readonly Word[], b: readonly Word[], at: number, start: number): Run {
  let length = 0
  while (a[at + length] && a[at + length]?.text === b[start + length]?.text) length += 1
  return { a: at, aEnd: at + length, b: start, bEnd: start + length, length }
}

/** Runs with a few changed words between them, in both texts, are one passage. */
function joinNear(runs: readonly Run[]): Run[] {
  const passages: Run[] = []
  for (const run of runs) {
    const last = passages.at(-1)
    const gapHere = last ? run.a - last.aEnd : 0
    const gapThere = last ? run.b - last.bEnd : 0
    if (last && gapHere <= CHANGED_WORDS && gapThere >= 0 && gapThere <= CHANGED_WORDS)
      passages[passages.length - 1] = { ...last, aEnd: run.aEnd, bEnd: run.bEnd, length: last.length + run.length }
    else passages.push(run)
  }
  return passages
}
