import { type Drift, driftByPosition, type PlacedMark } from './drift.ts'
import type { NoFigure } from './figure.ts'
import { mean } from './numbers.ts'
import { FEWEST_SCRIPTS, tooFewMarks } from './shown-figures.ts'

export type MarkerDrift = {
  marker: string
  marks: number
  /** The means of so many marks each, in their order: ten, or more where there are so many that a picture could not show them. */
  means: number[]
  marksPerMean: number
} & (Drift | NoFigure)

const MOST_MEANS = 20

/** How one marker's marks go with their order, and what a chart of it shows. */
export function markerDrift(marker: string, marks: readonly PlacedMark[]): MarkerDrift {
  const drift = marks.length < FEWEST_SCRIPTS ? tooFewMarks(marks.length) : driftByPosition(marks)
  const inOrder = marks.toSorted((a, b) => a.position - b.position).map(({ score }) => score)
  const size = Math.max(10, Math.ceil(inOrder.length / MOST_MEANS))
  const parts = Array.from({ length: Math.ceil(inOrder.length / size) }, (_, part) =>
    inOrder.slice(part * size, (part + 1) * size),
  )
  return { marker, marks: marks.length, means: parts.map(mean), marksPerMean: size, ...drift }
}
