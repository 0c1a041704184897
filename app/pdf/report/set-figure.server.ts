import { setText } from './break-lines.server.ts'
import type { Drawing, Words } from './drawing.ts'
import { LEFT } from './page-frame.ts'
import type { Block } from './report.ts'
import { type Manner, setLines } from './set-lines.server.ts'
import type { Cell, Strip } from './strips.ts'

/** Points for a unit of a drawing: its words are as large as those around it. */
const SCALE = 0.75
const CAPTION_GAP = 8

/** A drawing that is never broken, with its caption below it. */
export async function setFigure(
  { drawing, caption }: Extract<Block, { kind: 'figure' }>,
  { strong, right }: Manner,
): Promise<Strip[]> {
  const captionStrips = await setLines(caption, { ...strong, x: LEFT, right, gap: CAPTION_GAP })
  return [{ ...(await setDrawing(drawing)), staysWithNext: true }, ...captionStrips]
}

async function setDrawing({ height, shapes, words }: Drawing): Promise<Strip> {
  const cells = await Promise.all(words.map(setWords))
  return { height: height * SCALE, gap: 14, cells, shapes: { x: LEFT, y: 0, scale: SCALE, shapes } }
}

const PART_BEFORE = { start: 0, middle: 0.5, end: 1 }

async function setWords({ text, style, colour, anchor, ...at }: Words): Promise<Cell> {
  const line = await setText(text, style)
  const size = at.size * SCALE
  const x = LEFT + at.x * SCALE - line.width * size * PART_BEFORE[anchor]
  return { text, lines: [line], x, y: at.y * SCALE, size, leading: size, colour }
}
