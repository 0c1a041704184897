import type { Line } from '../text-runs.server.ts'
import type { Shape } from './drawing.ts'

/** Text in its place within a strip: the first baseline at `y` from the strip's top, in points. */
export type Cell = {
  text: string
  lines: Line[]
  x: number
  y: number
  size: number
  leading: number
  colour: string
}

/** A slice of the page from margin to margin that is never broken. */
export type Strip = {
  height: number
  /** Above it, but not at the top of a page. */
  gap: number
  cells: Cell[]
  /** Lines and areas behind the text, from `x` and `y` within it. */
  shapes?: { x: number; y: number; scale: number; shapes: readonly Shape[] }
  /** Strips side by side in columns, each column read before the next. */
  columns?: Strip[][]
  /** It does not stand last on a page. */
  staysWithNext?: boolean
  startsPage?: boolean
  /** A line below it. */
  isRuled?: boolean
  /** Stands above it once more where it is the first of a page. */
  head?: Strip
}

/** Where a strip stands: pages count from 0, `y` from the top of the paper. */
export type Place = { page: number; y: number; isHeadRepeated: boolean }

/**
 * Breaks strips into pages. What has to stay together goes to the next page as a whole; only what no page could hold is broken.
 * @returns a place for each strip, in their order.
 */
export function paginate(strips: readonly Strip[], { top, bottom }: { top: number; bottom: number }): Place[] {
  const places: Place[] = []
  let [page, y] = [0, top]
  for (const [index, strip] of strips.entries()) {
    const together = heightOfGroup(strips, index)
    const needed = strip.gap + (together <= bottom - top ? together : strip.height)
    if (y > top && (strip.startsPage || y + needed > bottom)) [page, y] = [page + 1, top]
    const head = y === top ? strip.head : undefined
    if (y > top) y += strip.gap
    if (head) y += head.height
    places.push({ page, y, isHeadRepeated: head !== undefined })
    y += strip.height
  }
  return places
}

/** A strip with all that it may not be parted from below. */
function heightOfGroup(strips: readonly Strip[], from: number): number {
  let height = strips[from]?.height ?? 0
  for (let index = from; strips[index]?.staysWithNext; index++) {
    const next = strips[index + 1]
    height += (next?.gap ?? 0) + (next?.height ?? 0)
  }
  return height
}
