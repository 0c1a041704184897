import { breakLines, setText } from './break-lines.server.ts'
import { INDENT, INK, LEFT, PRIMARY, RIGHT } from './page-frame.ts'
import type { Strip } from './strips.ts'

export type Entry = { level: 2 | 3; text: string /** As printed: the title page is 1. */; page: number }

/** What the heading of an entry is called within the document: contents link to it. */
export const headingName = (index: number) => `heading-${index + 1}`

const SIZE = { 2: 11, 3: 9.5 }
const LEADING = 1.4
const NUMBER_WIDTH = 34

/** A strip for each line of the contents, the number of its page at the right margin. Its height does not depend on the number. */
export const setContents = (entries: readonly Entry[]): Promise<Strip[]> => Promise.all(entries.map(setEntry))

async function setEntry({ level, text, page }: Entry): Promise<Strip> {
  const size = SIZE[level]
  const leading = size * LEADING
  const x = LEFT + (level - 2) * INDENT
  const style = level === 2 ? 'sans-strong' : 'sans'
  const lines = await breakLines(text, style, size, RIGHT - NUMBER_WIDTH - x)
  const number = await setText(String(page), style)
  const look = { y: size, size, leading, colour: level === 2 ? PRIMARY : INK }
  return {
    height: lines.length * leading,
    gap: level === 2 ? 7 : 0,
    cells: [
      { ...look, text, lines, x },
      { ...look, text: String(page), lines: [number], x: RIGHT - number.width * size },
    ],
  }
}
