import type { TextStyle } from '../typefaces.server.ts'
import { breakLines } from './break-lines.server.ts'
import { ACCENT, INK, LEFT, MUTED, PRIMARY, RIGHT } from './page-frame.ts'
import type { Report } from './report.ts'
import type { Cell, Strip } from './strips.ts'

export type Look = { style: TextStyle; size: number; colour: string }
const LEADING = 1.38
const ASCENT = 0.95

/** What running text looks like and how far to the right it goes. */
export type Manner = Record<'plain' | 'quiet' | 'strong' | 'large', Look> & { right: number; gap: number }

const body: Look = { style: 'sans', size: 9.5, colour: INK }
const large: Look = { style: 'serif', size: 30, colour: INK }
const quiet: Look = { ...body, colour: MUTED }
const strong: Look = { ...body, style: 'sans-strong' }

/** A report is looked things up in; a text is read from its first line to its last, in lines of about 70 characters beside room to write in. */
export const manners: Record<NonNullable<Report['manner']>, Manner> = {
  report: { plain: body, quiet, strong, large, right: RIGHT, gap: 5 },
  text: {
    ...{ large, quiet, right: LEFT + 352, gap: 7 },
    plain: { style: 'serif-text', size: 10.5, colour: INK },
    strong: { ...strong, size: 10 },
  },
}

export const small: Look = { ...body, size: 8.5 }
export const label: Look = { style: 'sans-strong', size: 8, colour: MUTED }
export const headings: Record<1 | 2 | 3 | 4, Look & { gap: number }> = {
  1: { style: 'serif-italic', size: 18, colour: ACCENT, gap: 0 },
  2: { style: 'serif', size: 19, colour: PRIMARY, gap: 30 },
  3: { style: 'serif', size: 13, colour: INK, gap: 20 },
  4: { ...strong, gap: 9 },
}

/** A strip for each line; a single line of a paragraph stands alone neither at the foot nor at the head of a page. */
export async function setLines(
  text: string,
  { x, right, gap = 0, ...look }: Look & { x: number; right: number; gap?: number },
): Promise<Strip[]> {
  const cell = await setCell(text, look, { x, width: right - x })
  const last = cell.lines.length - 1
  return cell.lines.map((line, index) => ({
    height: cell.leading,
    gap: index === 0 ? gap : 0,
    cells: [{ ...cell, lines: [line] }],
    staysWithNext: index < last && (index === 0 || index === last - 1),
  }))
}

export async function setCell(
  text: string,
  { style, size, colour }: Look,
  { x, width, y = 0 }: { x: number; width: number; y?: number },
): Promise<Cell> {
  const lines = await breakLines(text, style, size, width)
  return { text, lines, x, y: y + size * ASCENT, size, leading: size * LEADING, colour }
}

export const heightOf = (cells: readonly Cell[]) =>
  Math.max(...cells.map(({ lines, leading }) => lines.length * leading))
