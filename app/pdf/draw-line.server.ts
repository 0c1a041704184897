import type { Line } from './text-runs.server.ts'

/** The first baseline at `y`, in points from the left and the top of the page. */
export type Spot = { x: number; y: number; size: number; colour: string }

/** Draws one line, run after run. */
export function drawLine(document: PDFKit.PDFDocument, line: Line, spot: Spot, options: { link?: string } = {}): void {
  document.fillColor(spot.colour)
  let left = spot.x
  for (const { text, font } of line.runs) {
    // PDFKit takes a font that is open already; its types know only names and bytes.
    document.font(font as unknown as PDFKit.Mixins.PDFFontSource, font.key, spot.size)
    // With `features` set, even to none, a run is shaped as a whole and not word by word.
    document.text(text, left, spot.y, { lineBreak: false, baseline: 'alphabetic', features: [], ...options })
    left += document.widthOfString(text, { features: [] })
  }
}
