import { drawLine } from '../draw-line.server.ts'
import { drawShapes } from './draw-shapes.server.ts'
import { HAIRLINE, LEFT, RIGHT } from './page-frame.ts'
import type { Block } from './report.ts'
import type { Cell, Place, Strip } from './strips.ts'

type Document = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

/** Where the pen is: the elements of the structure are open over several pages, so that pages are turned between them. */
export type Pen = { document: Document; root: Element; turnTo: (page: number) => void }

type Placed = readonly (readonly [Strip, Place | undefined])[]

/** Draws a block with its part of the structure, over as many pages as its strips stand on. */
export function drawBlock(pen: Pen, block: Block, placed: Placed): void {
  if (block.kind === 'heading') drawWords(pen, `H${block.level}`, block.text, placed)
  else if (block.kind === 'paragraph') drawWords(pen, 'P', block.text, placed)
  else if (block.kind === 'table') drawTable(pen, placed)
  else if (block.kind === 'figure') drawFigure(pen, block, placed)
  else if (block.kind === 'pairing') drawColumns(pen, placed)
  else drawItems(pen, placed)
}

function open({ document }: Pen, type: string, parent: Element, options = {}): Element {
  const element = document.struct(type, options)
  parent.add(element)
  return element
}

function drawWords(pen: Pen, type: string, text: string, placed: Placed, parent = pen.root): void {
  const element = open(pen, type, parent, { actual: text })
  for (const [strip, place] of placed) at(pen, place, (y) => element.add(() => drawCells(pen.document, strip.cells, y)))
}

/** A strip of two cells begins an item with its label; one of a single cell goes on with it. */
function drawItems(pen: Pen, placed: Placed): void {
  const { document, root } = pen
  const list = open(pen, 'L', root)
  let body: Element | undefined
  for (const [{ cells, shapes }, place] of placed)
    at(pen, place, (y) => {
      const [label, text] = cells
      if (label && text) {
        const item = open(pen, 'LI', list)
        item.add(
          document.struct('Lbl', { actual: label.text }, () => {
            if (shapes) drawShapes(document, shapes, y)
            drawCells(document, [label], y)
          }),
        )
        body = open(pen, 'LBody', item, { actual: text.text })
      }
      body?.add(() => drawCells(document, text ? [text] : cells, y))
    })
}

/** Each column is a list of its own, so that it is read to its end before the next. */
function drawColumns(pen: Pen, placed: Placed): void {
  for (const [{ columns }, place] of placed)
    for (const column of columns ?? []) {
      let below = place?.y ?? 0
      const spots = column.map((strip) => {
        const y = below + strip.gap
        below = y + strip.height
        return [strip, place && { ...place, y }] as const
      })
      drawItems(pen, spots)
    }
}

/** The drawing is one thing with an alternative; its caption belongs to it and is read as text. */
function drawFigure(pen: Pen, { alternative, caption }: Extract<Block, { kind: 'figure' }>, placed: Placed): void {
  const [drawn, ...lines] = placed
  if (!drawn) return
  const { document, root } = pen
  const [{ cells, shapes, height }, place] = drawn
  at(pen, place, (y) => {
    // Its types know no `bbox`, which PDFKit writes.
    const options = { alt: alternative, bbox: [LEFT, y, RIGHT, y + height] } as { alt: string }
    const figure = open(pen, 'Figure', root, options)
    figure.add(() => {
      if (shapes) drawShapes(document, shapes, y)
      drawCells(document, cells, y)
    })
    drawWords(pen, 'Caption', caption, lines, figure)
  })
}

function drawTable(pen: Pen, placed: Placed): void {
  const table = open(pen, 'Table', pen.root)
  for (const [index, [strip, place]] of placed.entries())
    at(pen, place, (y) => {
      if (place?.isHeadRepeated && strip.head) repeatHead(pen.document, strip.head, y)
      drawRow(pen.document, open(pen, 'TR', table), { strip, y, isHead: index === 0 })
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

export function drawStrip(document: Document, strip: Strip, y: number): void {
  drawCells(document, strip.cells, y)
  if (strip.isRuled) rule(document, y + strip.height)
}

function drawCells(document: Document, cells: readonly Cell[], y: number): void {
  for (const { lines, x, y: baseline, size, leading, colour } of cells)
    for (const [index, line] of lines.entries())
      drawLine(document, line, { x, y: y + baseline + index * leading, size, colour })
}

export function rule(document: Document, y: number): void {
  document.lineWidth(0.5).strokeColor(HAIRLINE).moveTo(LEFT, y).lineTo(RIGHT, y).stroke()
}
