import { MARK_GRID, MARK_STROKE, MARK_STROKE_WIDTH } from '#app/ui/mark-drawing.ts'

type Mark = { x: number; y: number; size: number; colour: string }

/** Our mark, from its upper left corner. */
export function drawMark(document: PDFKit.PDFDocument, { x, y, size, colour }: Mark): void {
  document
    .save()
    .translate(x, y)
    .scale(size / MARK_GRID)
  document.path(MARK_STROKE).lineWidth(MARK_STROKE_WIDTH).lineCap('round').stroke(colour)
  document.restore()
}
