import { type Line, setLine } from '../text-runs.server.ts'
import type { TextStyle } from '../typefaces.server.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Drawn for a letter that no font has: that something stood there is not hidden. */
const STAND_IN = '?'

export const setText = (text: string, style: TextStyle): Promise<Line> => setLine(text, style, STAND_IN)

/**
 * Sets a text in as many lines as it takes, broken between words, and within a word only where it is longer than a line.
 * @param width in points.
 */
export async function breakLines(text: string, style: TextStyle, size: number, width: number): Promise<Line[]> {
  const room = width / size
  const whole = await setText(text, style)
  if (whole.width <= room) return [whole]
  const lines: string[] = []
  let [line, used] = ['', 0]
  const space = (await setText('a a', style)).width - (await setText('aa', style)).width
  for (const word of await piecesOf(text, style, room)) {
    const { width: wide } = await setText(word.text, style)
    const gap = line === '' || word.isGlued ? 0 : space
    if (line !== '' && used + gap + wide > room) {
      lines.push(line)
      ;[line, used] = [word.text, wide]
    } else {
      line += `${gap > 0 ? ' ' : ''}${word.text}`
      used += gap + wide
    }
  }
  return Promise.all([...lines, line].map((one) => setText(one, style)))
}

type Piece = { text: string /** No space before it. */; isGlued: boolean }

async function piecesOf(text: string, style: TextStyle, room: number): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if ((await setText(word, style)).width <= room) pieces.push({ text: word, isGlued: false })
    else
      for (const [index, part] of (await splitWord(word, style, room)).entries())
        pieces.push({ text: part, isGlued: index > 0 })
  }
  return pieces
}

/** A word in parts that each fit: scripts without spaces, and whoever typed without one. */
async function splitWord(word: string, style: TextStyle, room: number): Promise<string[]> {
  const parts: string[] = []
  let [part, used] = ['', 0]
  for (const { segment } of graphemes.segment(word)) {
    const { width } = await setText(segment, style)
    if (part !== '' && used + width > room) {
      parts.push(part)
      ;[part, used] = ['', 0]
    }
    part += segment
    used += width
  }
  return [...parts, part]
}
