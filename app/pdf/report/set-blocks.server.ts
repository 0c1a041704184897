import { INDENT, LEFT, RIGHT } from './page-frame.ts'
import type { Block, Fact } from './report.ts'
import { setChoices, setPairing } from './set-choices.server.ts'
import { setFigure } from './set-figure.server.ts'
import {
  headings,
  heightOf,
  type Look,
  label,
  type Manner,
  manners,
  setCell,
  setLines,
  small,
} from './set-lines.server.ts'
import type { Strip } from './strips.ts'

/** A block with its lines set; each row, item or line is a strip of its own. */
export type SetBlock = { block: Block; strips: Strip[] }

const COLUMN_GAP = 9
const ROW_PADDING = 3.5
const TERM_WIDTH = 130
const BULLET_WIDTH = 11

export const setBlocks = (blocks: readonly Block[], manner = manners.report): Promise<SetBlock[]> =>
  Promise.all(blocks.map(async (block) => ({ block, strips: keptStrips(block, await stripsOf(block, manner)) })))

const keptStrips = ({ kept }: Block, strips: Strip[]): Strip[] =>
  strips.map((strip, index) => {
    const isLast = index === strips.length - 1
    const staysWithNext = kept === 'with-next' || (kept === 'whole' && !isLast) || strip.staysWithNext
    return { ...strip, ...(staysWithNext && { staysWithNext }) }
  })

function stripsOf(block: Block, manner: Manner): Promise<Strip[]> {
  const x = LEFT + INDENT * ('indent' in block ? (block.indent ?? 0) : 0)
  switch (block.kind) {
    case 'heading':
      return setHeading(block, { x, right: manner.right })
    case 'paragraph':
      return setLines(block.text, { ...manner[block.tone ?? 'plain'], x, right: manner.right, gap: manner.gap })
    case 'list':
      return setList(block.items, x, manner)
    case 'facts':
      return setFacts(block.facts, manner)
    case 'table':
      return setTable(block)
    case 'figure':
      return setFigure(block, manner)
    case 'choices':
      return setChoices(block, { x, right: manner.right }, manner)
    case 'pairing':
      return setPairing(block, manner)
  }
}

async function setHeading(
  block: Extract<Block, { kind: 'heading' }>,
  sides: { x: number; right: number },
): Promise<Strip[]> {
  const look = headings[block.level]
  const strips = await setLines(block.text, { ...look, ...sides })
  const startsPage = block.startsPage ?? false
  return strips.map((strip, index) => ({
    ...strip,
    staysWithNext: true,
    ...(index === 0 && { gap: look.gap, startsPage }),
  }))
}

async function setList(items: readonly string[], x: number, { plain, right }: Manner): Promise<Strip[]> {
  const bullet = await setCell('•', plain, { x, width: BULLET_WIDTH })
  const strips = await Promise.all(
    items.map((item) => setLines(item, { ...plain, x: x + BULLET_WIDTH, right, gap: 2 })),
  )
  return strips.flatMap(([first, ...others]) =>
    first ? [{ ...first, cells: [bullet, ...first.cells] }, ...others] : [],
  )
}

/** What something is, and beside it in a second column what that is here. */
async function setFacts(facts: readonly Fact[], { plain, quiet }: Manner): Promise<Strip[]> {
  return Promise.all(
    facts.map(async ({ term, value }, index) => {
      const x = LEFT + TERM_WIDTH
      const cells = await Promise.all([
        setCell(term, quiet, { x: LEFT, width: TERM_WIDTH - COLUMN_GAP }),
        setCell(value, plain, { x, width: RIGHT - x }),
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
