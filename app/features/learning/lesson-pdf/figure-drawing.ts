import { isValidElement, type ReactElement, type ReactNode } from 'react'
import { drawings } from '#app/content/figure.tsx'
import type { FigureName } from '#app/content/figure-names.ts'
import { circle, type Drawing, rectangle, type Shape, type Words } from '#app/pdf/report/drawing.ts'
import { INK, MUTED, PRIMARY, PRIMARY_SOFT } from '#app/pdf/report/page-frame.ts'

type Attributes = Record<string, string | undefined> & { children: ReactNode }
type Place = { x: number; y: number }

/** What a class of `figures.css` looks like on paper. */
const SHAPES: Record<string, Pick<Shape, 'fill' | 'stroke' | 'lineWidth' | 'dash'>> = {
  'is-area': { fill: PRIMARY_SOFT },
  'is-box': { fill: PRIMARY_SOFT, stroke: PRIMARY, lineWidth: 1.25 },
  'is-step': { fill: PRIMARY_SOFT, stroke: PRIMARY, lineWidth: 1.25 },
  'is-mark': { fill: PRIMARY },
  'is-line': { stroke: MUTED, lineWidth: 1.25 },
  'is-rail': { stroke: PRIMARY, lineWidth: 2 },
  'is-curve': { stroke: PRIMARY, lineWidth: 2.5 },
  'is-dotted': { dash: [1, 6] },
  'is-dashed': { stroke: MUTED, lineWidth: 1.25, dash: [5, 5] },
}
const WORDS: Record<string, Partial<Pick<Words, 'style' | 'size' | 'colour'>>> = {
  'is-strong': { style: 'sans-strong' },
  'is-small': { size: 13, colour: MUTED },
}
const plainWords = { style: 'sans', size: 14, colour: INK } as const

/** A figure as it is drawn on paper: out of the same elements as on its page. Throws on one that it does not know. */
export function figureDrawing(name: FigureName): Drawing {
  const [svg] = elementsIn(drawings[name]())
  const [, , width = 0, height = 0] = numbers(svg?.props.viewBox)
  const drawing: Drawing = { width, height, shapes: [], words: [] }
  addAll(drawing, svg?.props.children, { x: 0, y: 0 })
  return drawing
}

function addAll(drawing: Drawing, nodes: ReactNode, from: Place): void {
  for (const { type, props } of elementsIn(nodes)) {
    const [x, y] = [from.x + Number(props.x ?? props.cx ?? 0), from.y + Number(props.y ?? props.cy ?? 0)]
    if (type === 'g') addAll(drawing, props.children, moved(from, props.transform))
    else if (type === 'text') drawing.words.push({ ...wordsOf(props), x, y })
    else drawing.shapes.push({ ...looksOf(SHAPES, props.className), path: pathOf(type, props), x, y })
  }
}

/** The elements of a drawing, its components resolved: they are functions of their props and nothing else. */
function* elementsIn(node: ReactNode): Generator<ReactElement<Attributes, string>> {
  if (Array.isArray(node)) for (const one of node) yield* elementsIn(one)
  if (!isValidElement<Attributes>(node)) return
  const { type, props } = node
  if (typeof type === 'function') yield* elementsIn((type as (props: Attributes) => ReactNode)(props))
  else if (typeof type === 'string') yield node as ReactElement<Attributes, string>
  else yield* elementsIn(props.children)
}

function pathOf(type: string, { d, r, rx, width, height }: Attributes): string {
  switch (type) {
    case 'path':
      return d ?? ''
    case 'circle':
      return circle(Number(r))
    case 'rect':
      return rectangle({ width: Number(width), height: Number(height), radius: Number(rx ?? 0) })
    default:
      throw new Error(`<${type}> of a figure is not drawn on paper`)
  }
}

function wordsOf({ className, textAnchor = 'start', children }: Attributes): Omit<Words, 'x' | 'y'> {
  const anchor = textAnchor as Words['anchor']
  return { ...plainWords, ...(className && looksOf(WORDS, className)), anchor, text: [children].flat().join('') }
}

function looksOf<Look extends object>(looks: Record<string, Look>, classNames = ''): Look {
  const found = classNames.split(' ').map((name) => {
    const look = looks[name]
    if (!look) throw new Error(`"${name}" of a figure has no look on paper`)
    return look
  })
  return Object.assign({}, ...found)
}

const numbers = (text = ''): number[] => (text.match(/-?[\d.]+/g) ?? []).map(Number)

function moved(from: Place, transform = ''): Place {
  const [x = 0, y = 0] = /^translate\(/.test(transform) ? numbers(transform) : []
  return { x: from.x + x, y: from.y + y }
}
