import type { CodingQuestion } from '#app/content/keyed-question.ts'
import type { Annotation } from '#app/domain/keyed/annotation.ts'

export type Chosen = { turn: number; from: number; to: number }

/** A sentence by its place: the turn from 1, the sentence in it from 0. */
export type Cursor = { turn: number; sentence: number }

type Transcript = CodingQuestion['transcript']

/** The sentence so many further on, over the turns; the first or last where there is none. */
export function moveCursor(transcript: Transcript, { turn, sentence }: Cursor, key: string): Cursor | null {
  const all = transcript.flatMap(({ sentences }, index) =>
    sentences.map((_, at) => ({ turn: index + 1, sentence: at })),
  )
  const here = all.findIndex((one) => one.turn === turn && one.sentence === sentence)
  const inTurn = (other: number) => all.findIndex((one) => one.turn >= other)
  const target = {
    ArrowDown: here + 1,
    ArrowRight: here + 1,
    ArrowUp: here - 1,
    ArrowLeft: here - 1,
    PageDown: inTurn(turn + 1) < 0 ? all.length - 1 : inTurn(turn + 1),
    PageUp: inTurn(sentence > 0 ? turn : Math.max(1, turn - 1)),
    Home: 0,
    End: all.length - 1,
  }[key]
  return target === undefined ? null : (all[Math.min(Math.max(target, 0), all.length - 1)] ?? null)
}

export const isSamePassage = (a: Chosen, b: Chosen): boolean => a.turn === b.turn && a.from === b.from && a.to === b.to

const overlaps = (a: Chosen, b: Chosen) => a.turn === b.turn && a.from < b.to && a.to > b.from

/** What is coded at a passage: itself, and whatever else it shares words with. */
export const codedAt = (passages: readonly Annotation[], at: Chosen): Annotation[] =>
  passages.filter((one) => overlaps(one, at))

/** Gives a passage this code instead of the one that it has; the same code again takes it away. */
export function giveCode(passages: readonly Annotation[], at: Chosen, code: string): Annotation[] {
  const others = passages.filter((one) => !isSamePassage(one, at))
  const hasIt = passages.some((one) => isSamePassage(one, at) && one.code === code)
  return hasIt ? others : [...others, { ...at, code }]
}

export const withoutPassage = (passages: readonly Annotation[], gone: Annotation): Annotation[] =>
  passages.filter((one) => !isSamePassage(one, gone) || one.code !== gone.code)
