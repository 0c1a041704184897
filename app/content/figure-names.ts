/** The drawings that a lesson can show, by name. */
export const FIGURES = [
  'four-dimensions',
  'arousal-curve',
  'intervention-ladder',
  'six-steps',
  'treatment-phases',
] as const
export type FigureName = (typeof FIGURES)[number]

export const isFigure = (name: string | null | undefined): name is FigureName =>
  (FIGURES as readonly unknown[]).includes(name)
