import { type Line, setLine } from '#app/pdf/text-runs.server.ts'
import type { TextStyle } from '#app/pdf/typefaces.server.ts'

export type FittedText = { lines: Line[]; size: number }

type Room = {
  width: number
  size: number
  /** Below this a text is set in two lines instead. */
  smallestOnOneLine: number
  /** The largest size of two lines. */
  sizeOnTwoLines: number
}

/** Sets text as large as there is room: on one line, else on two of about the same length. It always fits, and is whole. */
export async function fitText(text: string, style: TextStyle, room: Room): Promise<FittedText> {
  const line = await setLine(text, style)
  const size = Math.min(room.size, room.width / line.width)
  if (size >= room.smallestOnOneLine) return { lines: [line], size }

  const pair = await evenestPair(text, style)
  if (!pair) return { lines: [line], size }
  const pairSize = Math.min(room.sizeOnTwoLines, room.width / longest(pair))
  return pairSize > size ? { lines: pair, size: pairSize } : { lines: [line], size }
}

const longest = (lines: readonly Line[]) => Math.max(...lines.map(({ width }) => width))

async function evenestPair(text: string, style: TextStyle): Promise<Line[] | undefined> {
  const words = text.trim().split(/\s+/)
  if (words.length < 2) return undefined
  const widths = await Promise.all(words.map(async (word) => (await setLine(word, style)).width))
  const sum = (some: readonly number[]) => some.reduce((total, width) => total + width, 0)
  const unevenness = (words: number) => Math.abs(sum(widths.slice(0, words)) - sum(widths.slice(words)))
  const [wordsAbove] = words
    .slice(1)
    .map((_, index) => index + 1)
    .toSorted((one, other) => unevenness(one) - unevenness(other))
  const lines = [words.slice(0, wordsAbove), words.slice(wordsAbove)]
  return Promise.all(lines.map((line) => setLine(line.join(' '), style)))
}
