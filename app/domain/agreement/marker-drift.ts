import { type Drift, driftByPosition, type PlacedMark } from './drift.ts'
import type { NoFigure } from './figure.ts'
import { mean } from './numbers.ts'
import { FEWEST_SCRIPTS, tooFew } from './shown-figures.ts'

export type MarkerDrift = {
  marker: string
  marks: number
  /** The mean of each ten marks, in their order. */
  byTens: number[]
} & (Drift | NoFigure)

/** How one marker's marks go with their order, and what a chart of it shows. */
export function markerDrift(marker: string, marks: readonly PlacedMark[]): MarkerDrift {
  const drift = marks.length < FEWEST_SCRIPTS ? tooFew(marks.length, 'marks') : driftByPosition(marks)
  const inOrder = marks.toSorted((a, b) => a.position - b.position).map(({ score }) => score)
  const tens = Array.from({ length: Math.ceil(inOrder.length / 10) }, (_, ten) =>
    inOrder.slice(ten * 10, ten * 10 + 10),
  )
  return { marker, marks: marks.length, byTens: tens.map(mean), ...drift }
}
