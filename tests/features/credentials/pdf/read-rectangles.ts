import jsQr from 'jsqr'

type Rectangle = { x: number; y: number; width: number; height: number }

const PIXELS_PER_MODULE = 4
const BORDER = 4 * PIXELS_PER_MODULE

/** Paints dark rectangles of one module's height on white and reads the picture as a scanner does. */
export function readRectangles(rectangles: readonly Rectangle[]): string | undefined {
  const module = Math.min(...rectangles.map(({ height }) => Math.abs(height)))
  const left = Math.min(...rectangles.map(({ x }) => x))
  const top = Math.min(...rectangles.map(({ y }) => y))
  const pixel = (length: number) => Math.round((length / module) * PIXELS_PER_MODULE)
  const side = Math.max(...rectangles.map(({ x, width }) => pixel(x + width - left))) + 2 * BORDER
  const picture = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const { x, y, width } of rectangles) {
    for (let row = 0; row < PIXELS_PER_MODULE; row++) {
      const start = (BORDER + pixel(y - top) + row) * side + BORDER + pixel(x - left)
      for (let column = 0; column < pixel(width); column++)
        picture.fill(0, (start + column) * 4, (start + column) * 4 + 3)
    }
  }
  return jsQr(picture, side, side)?.data
}
