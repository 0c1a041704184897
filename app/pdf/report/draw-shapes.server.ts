import type { Strip } from './strips.ts'

/** Lines and areas as vectors, at a strip whose upper edge is at `top`. */
export function drawShapes(
  document: PDFKit.PDFDocument,
  { x, y, scale, shapes }: NonNullable<Strip['shapes']>,
  top: number,
): void {
  document
    .save()
    .translate(x, top + y)
    .scale(scale)
    .lineCap('round')
    .lineJoin('round')
  for (const { path, fill, stroke, lineWidth = 1, dash, ...from } of shapes) {
    document.save().translate(from.x, from.y).path(path).lineWidth(lineWidth)
    if (dash) document.dash(dash[0], { space: dash[1] })
    if (fill && stroke) document.fillAndStroke(fill, stroke)
    else if (fill) document.fill(fill)
    else if (stroke) document.stroke(stroke)
    document.restore()
  }
  document.restore()
}
