import type { TextStyle } from '../typefaces.server.ts'
import { breakLines } from './break-lines.server.ts'
import { ACCENT, INDENT, INK, LEFT, MUTED, PRIMARY, RIGHT } from './page-frame.ts'
import type { Block, Fact } from './report.ts'
import type { Cell, Strip } from './strips.ts'

/** A block with its lines set; each row, item or line is a strip of its own. */
export type SetBlock = { block: Block; strips: Strip[] }

type Look = { style: TextStyle; size: number; colour: string }
const LEADING = 1.38
const ASCENT = 0.95

const body: Look = { style: 'sans', size: 9.5, colour: INK }
const quiet: Look = { ...body, colour: MUTED }
const strong: Look = { ...body, style: 'sans-strong' }
const large: Look = { style: 'serif', size: 30, colour: INK }
const tones = { plain: body, quiet, large }
const small: Look = { ...body, size: 8.5 }
const label: Look = { style: 'sans-strong', size: 8, colour: MUTED }
const headings: Record<1 | 2 | 3 | 4, Look & { gap: number }> = {
  1: { style: 'serif-italic', size: 18, colour: ACCENT, gap: 0 },
  2: { style: 'serif', size: 19, colour: PRIMARY, gap: 30 },
  3: { style: 'serif', size: 13, colour: INK, gap: 20 },
  4: { ...strong, gap: 9 },
}

const COLUMN_GAP = 9
const ROW_PADDING = 3.5
const TERM_WIDTH = 130
const BULLET_WIDTH = 11

export const setBlocks = (blocks: readonly Block[]): Promise<SetBlock[]> =>
  Promise.all(blocks.map(async (block) => ({ block, strips: await stripsOf(block) })))

function stripsOf(block: Block): Promise<Strip[]> {
  const x = LEFT + INDENT * ('indent' in block ? (block.indent ?? 0) : 0)
  switch (block.kind) {
    case 'heading':
      return setHeading(block, x)
    case 'paragraph':
      return setLines(block.text, { ...tones[block.tone ?? 'plain'], x, gap: 5 })
    case 'list':
      return setList(block.items, x)
    case 'facts':
      return setFacts(block.facts)
    case 'table':
      return setTable(block)
  }
}

async function setHeading(block: Extract<Block, { kind: 'heading' }>, x: number): Promise<Strip[]> {
  const look = headings[block.level]
  const strips = await setLines(block.text, { ...look, x })
  const startsPage = block.startsPage ?? false
  return strips.map((strip, index) => ({
    ...strip,
    staysWithNext: true,
    ...(index === 0 && { gap: look.gap, startsPage }),
  }))
}

/** A strip for each line; a single line of a paragraph stands alone neither at the foot nor at the head of a page. */
async function setLines(text: string, { x, gap = 0, ...look }: Look & { x: number; gap?: number }): Promise<Strip[]> {
  const cell = await setCell(text, look, { x, width: RIGHT - x })
  const last = cell.lines.length - 1
  return cell.lines.map((line, index) => ({
    height: cell.leading,
    gap: index === 0 ? gap : 0,
    cells: [{ ...cell, lines: [line] }],
    staysWithNext: index < last && (index === 0 || index === last - 1),
  }))
}

async function setList(items: readonly string[], x: number): Promise<Strip[]> {
  const bullet = await setCell('•', body, { x, width: BULLET_WIDTH })
  const strips = await Promise.all(items.map((item) => setLines(item, { ...body, x: x + BULLET_WIDTH, gap: 2 })))
  return strips.flatMap(([first, ...others]) =>
    first ? [{ ...first, cells: [bullet, ...first.cells] }, ...others] : [],
  )
}

/** What something is, and beside it in a second column what that is here. */
async function setFacts(facts: readonly Fact[]): Promise<Strip[]> {
  return Promise.all(
    facts.map(async ({ term, value }, index) => {
      const x = LEFT + TERM_WIDTH
      const cells = await Promise.all([
        setCell(term, quiet, { x: LEFT, width: TERM_WIDTH - COLUMN_GAP }),
        setCell(value, body, { x, width: RIGHT - x }),
      ])
      return { height: heightOf(cells), gap: index === 0 ? 8 : 2, cells }
    }),
  )
}

async function setTable({ columns, rows }: Extract<Block, { kind: 'table' }>): Promise<Strip[]> {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const room = RIGHT - LEFT - COLUMN_GAP * (columns.length - 1)
  let x = LEFT
  const spots = columns.map(({ share }) => {
    const spot = { x, width: (room * share) / shares }
    x += spot.width + COLUMN_GAP
    return spot
  })
  const row = async (texts: readonly string[], look: Look): Promise<Strip> => {
    const set = spots.map((spot, index) => setCell(texts[index] ?? '', look, { ...spot, y: ROW_PADDING }))
    const cells = await Promise.all(set)
    return { height: heightOf(cells) + 2 * ROW_PADDING, gap: 0, cells, isRuled: true }
  }
  const head = await row(
    columns.map(({ title }) => title),
    label,
  )
  const below = await Promise.all(rows.map((texts) => row(texts, small)))
  return [{ ...head, gap: 8, staysWithNext: true }, ...below.map((strip) => ({ ...strip, head }))]
}

async function setCell(
  text: string,
  { style, size, colour }: Look,
  { x, width, y = 0 }: { x: number; width: number; y?: number },
): Promise<Cell> {
  const lines = await breakLines(text, style, size, width)
  return { text, lines, x, y: y + size * ASCENT, size, leading: size * LEADING, colour }
}

const heightOf = (cells: readonly Cell[]) => Math.max(...cells.map(({ lines, leading }) => lines.length * leading))
