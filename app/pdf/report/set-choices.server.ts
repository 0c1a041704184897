import { circle, rectangle, type Shape } from './drawing.ts'
import { LEFT, MUTED, RIGHT } from './page-frame.ts'
import type { Block, Choice } from './report.ts'
import { type Manner, setCell, setLines } from './set-lines.server.ts'
import type { Strip } from './strips.ts'

const BOX = { round: 9, square: 11 }
const BOX_WIDTH = 17
const LABEL_WIDTH = 15
const BETWEEN_COLUMNS = 22

type Sides = { x: number; right: number }

/** What is never parted stands together: an item with all its lines. */
export async function setChoices(
  { items, box }: Pick<Extract<Block, { kind: 'choices' }>, 'items' | 'box'>,
  sides: Sides,
  manner: Manner,
): Promise<Strip[]> {
  const set = await Promise.all(items.map((item) => setChoice(item, { box, ...sides, manner })))
  return set.flat()
}

type Setting = Sides & { box: keyof typeof BOX | undefined; manner: Manner }

async function setChoice({ label, text, note }: Choice, { box, x, right, manner }: Setting): Promise<Strip[]> {
  const { plain, quiet, strong } = manner
  const labelX = x + (box ? BOX_WIDTH : 0)
  const textX = labelX + LABEL_WIDTH
  const labelCell = await setCell(label, { ...strong, size: plain.size }, { x: labelX, width: LABEL_WIDTH })
  const [first, ...others] = await setLines(text, { ...plain, x: textX, right, gap: 5 })
  const notes = note ? await setLines(note, { ...quiet, x: textX, right, gap: 1 }) : []
  const [cell] = first?.cells ?? []
  if (!first || !cell) return []
  const whole = { ...cell, text: note ? `${text} ${note}` : text }
  const strips: Strip[] = [
    { ...first, cells: [labelCell, whole], ...(box && { shapes: setBox(box, x) }) },
    ...others,
    ...notes,
  ]
  return strips.map((strip, index) => ({ ...strip, staysWithNext: index < strips.length - 1 }))
}

function setBox(box: keyof typeof BOX, x: number): Strip['shapes'] {
  const size = BOX[box]
  const look = { stroke: MUTED, lineWidth: 0.75 }
  const shape: Shape =
    box === 'round'
      ? { ...look, path: circle(size / 2), x: size / 2, y: size / 2 }
      : { ...look, path: rectangle({ width: size, height: size }), x: 0, y: 0 }
  return { x, y: box === 'round' ? 1.5 : 0.75, scale: 1, shapes: [shape] }
}

/** One strip, so that a line never stands on another page than its answers. */
export async function setPairing(
  { lines, answers }: Extract<Block, { kind: 'pairing' }>,
  manner: Manner,
): Promise<Strip[]> {
  const middle = (LEFT + RIGHT) / 2
  const columns = await Promise.all([
    setChoices({ items: lines, box: 'square' }, { x: LEFT, right: middle - BETWEEN_COLUMNS / 2 }, manner),
    setChoices({ items: answers }, { x: middle + BETWEEN_COLUMNS / 2, right: RIGHT }, manner),
  ])
  return [{ height: Math.max(...columns.map(heightOf)), gap: 3, cells: [], columns }]
}

const heightOf = (strips: readonly Strip[]) => strips.reduce((sum, { gap, height }) => sum + gap + height, 0)
