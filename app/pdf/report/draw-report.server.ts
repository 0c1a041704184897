import { drawLine } from '../draw-line.server.ts'
import { drawMark } from '../draw-mark.server.ts'
import { drawContents } from './draw-contents.server.ts'
import { FOOT_BASELINE, FRAME_SIZE, HAIRLINE, HEAD_BASELINE, LEFT, MUTED, PRIMARY, RIGHT } from './page-frame.ts'
import type { ReportSetting, Section } from './report-pdf.server.ts'
import type { SetBlock } from './set-blocks.server.ts'
import { headingName } from './set-contents.server.ts'
import type { Cell, Place, Strip } from './strips.ts'

type Document = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

/** Where the pen is: the elements of the structure are open over several pages, so that pages are turned between them. */
export type Pen = { document: Document; root: Element; turnTo: (page: number) => void; drawStrip: typeof drawStrip }

/** Draws a report with its structure, so that a screen reader reads it in order. */
export function drawReport(document: Document, setting: ReportSetting): void {
  const root = document.struct('Document')
  document.addStructure(root)
  const pen = { document, root, turnTo: pageTurner(document, setting), drawStrip }
  drawFrame(document, setting, 0)
  root.add(document.struct('Figure', { alt: 'Stance' }, () => drawWordmark(document, setting)))
  drawSection(pen, setting.front)
  drawSection(pen, setting.contents.heading)
  drawContents(pen, setting.contents)
  drawSection(pen, setting.body, outliner(document))
  root.end()
}

function pageTurner(document: Document, setting: ReportSetting): Pen['turnTo'] {
  let current = 0
  return (page) => {
    for (; current < page; ) {
      document.addPage()
      current += 1
      drawFrame(document, setting, current)
    }
  }
}

/** The running head and the number of the page belong to the paper and are no part of the structure. */
function drawFrame(document: Document, { runningHead, footers }: ReportSetting, page: number): void {
  document.markContent('Artifact', { type: 'Pagination' })
  const look = { size: FRAME_SIZE, colour: MUTED }
  if (page > 0) {
    drawLine(document, runningHead, { ...look, x: LEFT, y: HEAD_BASELINE })
    rule(document, HEAD_BASELINE + 9)
  }
  const footer = footers[page]
  if (footer) drawLine(document, footer, { ...look, x: RIGHT - footer.width * FRAME_SIZE, y: FOOT_BASELINE })
  document.endMarkedContent()
}

function rule(document: Document, y: number): void {
  document.lineWidth(0.5).strokeColor(HAIRLINE).moveTo(LEFT, y).lineTo(RIGHT, y).stroke()
}

function drawWordmark(document: Document, { wordmark }: ReportSetting): void {
  drawMark(document, { x: LEFT - 2, y: 63, size: 30, colour: PRIMARY })
  drawLine(document, wordmark, { x: LEFT + 36, y: 86, size: 23, colour: PRIMARY })
}

/** Remembers the place of a heading for the bookmarks and for the links of the contents. */
type Marker = (level: number, text: string, y: number) => void

function drawSection(pen: Pen, { blocks, places }: Section, mark?: Marker): void {
  let index = 0
  for (const { block, strips } of blocks) {
    const placed = strips.map((strip, at) => [strip, places[index + at]] as const)
    index += strips.length
    const [first] = placed
    if (block.kind === 'heading' && first?.[1]) {
      pen.turnTo(first[1].page)
      mark?.(block.level, block.text, first[1].y)
    }
    drawBlock(pen, block, placed)
  }
}

function outliner(document: Document): Marker {
  let count = 0
  let chapter: PDFKit.PDFOutline | undefined
  return (level, text, y) => {
    if (level > 3) return
    // PDFKit counts `left` from the right edge; its types leave the place out.
    const spot = { expanded: false, top: y, left: document.page.width }
    document.addNamedDestination(headingName(count), 'XYZ', 0, y, null)
    count += 1
    if (level === 2) chapter = document.outline.addItem(text, spot)
    else chapter?.addItem(text, spot)
  }
}

type Placed = readonly (readonly [Strip, Place | undefined])[]

function drawBlock(pen: Pen, block: SetBlock['block'], placed: Placed): void {
  const { document, root } = pen
  const open = (type: string, options = {}, parent: Element = root) => {
    const element = document.struct(type, options)
    parent.add(element)
    return element
  }
  if (block.kind === 'heading' || block.kind === 'paragraph') {
    const type = block.kind === 'heading' ? `H${block.level}` : 'P'
    const element = open(type, { actual: block.text })
    for (const [strip, place] of placed) at(pen, place, (y) => element.add(() => drawCells(document, strip.cells, y)))
    return
  }
  const whole = open(block.kind === 'table' ? 'Table' : 'L')
  let item: Element | undefined
  for (const [index, [strip, place]] of placed.entries())
    at(pen, place, (y) => {
      if (place?.isHeadRepeated && strip.head) repeatHead(document, strip.head, y)
      if (block.kind === 'table') drawRow(document, open('TR', {}, whole), { strip, y, isHead: index === 0 })
      else {
        const [label, ...others] = strip.cells
        const body = others.length > 0 ? others : strip.cells
        if (label && others.length > 0) {
          const entry = open('LI', {}, whole)
          entry.add(document.struct('Lbl', { actual: label.text }, () => drawCells(document, [label], y)))
          item = open('LBody', { actual: body[0]?.text ?? '' }, entry)
        }
        item?.add(() => drawCells(document, body, y))
      }
    })
}

function at({ turnTo }: Pen, place: Place | undefined, draw: (y: number) => void): void {
  if (!place) return
  turnTo(place.page)
  draw(place.y)
}

function repeatHead(document: Document, head: Strip, below: number): void {
  document.markContent('Artifact', { type: 'Pagination' })
  drawStrip(document, head, below - head.height)
  document.endMarkedContent()
}

function drawRow(document: Document, row: Element, { strip, y, isHead }: { strip: Strip; y: number; isHead: boolean }) {
  for (const [index, cell] of strip.cells.entries()) {
    const scope = isHead ? 'Column' : index === 0 ? 'Row' : undefined
    const options = { actual: cell.text, ...(scope && { scope }) }
    row.add(document.struct(scope ? 'TH' : 'TD', options, () => drawCells(document, [cell], y)))
  }
  document.markContent('Artifact', { type: 'Layout' })
  rule(document, y + strip.height)
  document.endMarkedContent()
}

function drawStrip(document: Document, strip: Strip, y: number): void {
  drawCells(document, strip.cells, y)
  if (strip.isRuled) rule(document, y + strip.height)
}

function drawCells(document: Document, cells: readonly Cell[], y: number): void {
  for (const { lines, x, y: baseline, size, leading, colour } of cells)
    for (const [index, line] of lines.entries())
      drawLine(document, line, { x, y: y + baseline + index * leading, size, colour })
}
