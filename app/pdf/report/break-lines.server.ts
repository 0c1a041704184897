import { type Line, setLine } from '../text-runs.server.ts'
import type { TextStyle } from '../typefaces.server.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Drawn for a letter that no font has: that something stood there is not hidden. */
const STAND_IN = '?'

export const setText = (text: string, style: TextStyle): Promise<Line> => setLine(text, style, STAND_IN)

/** How wide words are, in points at a size of one point: the same few stand on every page. */
const widths = new Map<string, number>()
const MOST_WORDS = 5_000

async function widthOf(text: string, style: TextStyle): Promise<number> {
  const key = `${style} ${text}`
  const width = widths.get(key) ?? (await setText(text, style)).width
  if (widths.size >= MOST_WORDS) widths.clear()
  widths.set(key, width)
  return width
}

/**
 * Sets a text in as many lines as it takes, broken between words, and within a word only where it is longer than a line.
 * @param width in points.
 */
export async function breakLines(text: string, style: TextStyle, size: number, width: number): Promise<Line[]> {
  const room = width / size
  const space = (await widthOf('a a', style)) - (await widthOf('aa', style))
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const { text: word, width: wide, isGlued } of await piecesOf(text, { style, room })) {
    const gap = line === '' || isGlued ? 0 : space
    if (line !== '' && used + gap + wide > room) {
      lines.push(line)
      ;[line, used] = [word, wide]
    } else {
      line += `${gap > 0 ? ' ' : ''}${word}`
      used += gap + wide
    }
  }
  return Promise.all([...lines, line].map((one) => setText(one, style)))
}

/** Not a no-break space. */
const BREAKS = /[ \t\r\n]+/

type Piece = { text: string; width: number /** No space before it. */; isGlued: boolean }
type Measuring = { style: TextStyle /** At a size of one point. */; room: number }

async function piecesOf(text: string, measuring: Measuring): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const word of text.split(BREAKS).filter(Boolean)) {
    const width = await widthOf(word, measuring.style)
    if (width <= measuring.room) pieces.push({ text: word, width, isGlued: false })
    else pieces.push(...(await splitWord(word, measuring)))
  }
  return pieces
}

/** A word in parts that each fit: scripts without spaces, and whoever typed without one. */
async function splitWord(word: string, { style, room }: Measuring): Promise<Piece[]> {
  const parts: Piece[] = []
  let [part, used] = ['', 0]
  const close = () => parts.push({ text: part, width: used, isGlued: parts.length > 0 })
  for (const { segment } of graphemes.segment(word)) {
    const width = await widthOf(segment, style)
    if (part !== '' && used + width > room) {
      close()
      ;[part, used] = ['', 0]
    }
    part += segment
    used += width
  }
  close()
  return parts
}

/** One line of a text; what does not fit is left out, and dots say so. */
export async function clipLine(text: string, style: TextStyle, size: number, width: number): Promise<Line> {
  if ((await widthOf(text, style)) * size <= width) return setText(text, style)
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment)
  let kept = letters.length
  while (kept > 0 && (await setText(`${letters.slice(0, kept).join('')}…`, style)).width * size > width) kept -= 1
  return setText(`${letters.slice(0, kept).join('').trimEnd()}…`, style)
}
