import { drawLine } from '../draw-line.server.ts'
import { drawMark } from '../draw-mark.server.ts'
import { drawBlock, type Pen, rule } from './draw-block.server.ts'
import { drawContents } from './draw-contents.server.ts'
import { FOOT_BASELINE, FRAME_SIZE, HEAD_BASELINE, LEFT, MUTED, PRIMARY, RIGHT } from './page-frame.ts'
import type { ReportSetting, Section } from './report-pdf.server.ts'
import { headingName } from './set-contents.server.ts'

type Document = PDFKit.PDFDocument

/** Draws a report with its structure, so that a screen reader reads it in order. */
export function drawReport(document: Document, setting: ReportSetting): void {
  const root = document.struct('Document')
  document.addStructure(root)
  const pen = { document, root, turnTo: pageTurner(document, setting) }
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
