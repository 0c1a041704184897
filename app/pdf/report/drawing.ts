import type { TextStyle } from '../typefaces.server.ts'

/** A line or an area, its path as SVG writes one, from a place within its drawing. */
export type Shape = {
  path: string
  x: number
  y: number
  fill?: string
  stroke?: string
  lineWidth?: number
  dash?: readonly [on: number, off: number]
}

/** Words on one line, their baseline at `y`; `anchor` is the part of them that stands at `x`. */
export type Words = {
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  style: TextStyle
  size: number
  colour: string
}

/** A drawing in units of its own; its words stand above its shapes. */
export type Drawing = { width: number; height: number; shapes: Shape[]; words: Words[] }

export function rectangle({ width, height, radius = 0 }: { width: number; height: number; radius?: number }): string {
  const corner = (x: number, y: number) => (radius > 0 ? `a${radius} ${radius} 0 0 1 ${x} ${y}` : '')
  const [across, down] = [width - 2 * radius, height - 2 * radius]
  return [
    `M${radius} 0 h${across}`,
    corner(radius, radius),
    `v${down}`,
    corner(-radius, radius),
    `h${-across}`,
    corner(-radius, -radius),
    `v${-down}`,
    corner(radius, -radius),
    'Z',
  ].join(' ')
}

/** Round its centre. */
export const circle = (radius: number): string =>
  `M${-radius} 0 a${radius} ${radius} 0 0 1 ${2 * radius} 0 a${radius} ${radius} 0 0 1 ${-2 * radius} 0 Z`
