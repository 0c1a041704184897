import {
  type BorderlineRegression,
  borderlineRegression,
  type GlobalMark,
} from '../standard-setting/borderline-regression.ts'
import { type CriterionDifficulty, criterionDifficulty } from './difficulty.ts'
import type { NoFigure } from './figure.ts'
import { criterionFigures } from './figures.ts'
import { type MarkerDrift, markerDrift } from './marker-drift.ts'
import { mean } from './numbers.ts'
import type { Rating } from './rating.ts'
import { type SeverityReport, severitiesInSteps } from './severity.ts'
import { FEWEST_SCRIPTS, type ShownFigures, shownFigures, tooFewScripts } from './shown-figures.ts'
import type { Steps } from './steps.ts'

/** The criterion under which the global rating goes, which is a judgement of its own. */
export const GLOBAL_RATING = 'global'

/** A locked mark from before any discussion. */
export type BlindMark = {
  script: string
  marker: string
  /** Whether the script has two such marks. */
  isDouble: boolean
  /** Whether it was chosen for two by what is in it or whose it is, and not by chance. */
  isTargeted: boolean
  /** Which of this marker's marks of the vignette it was, from 1. */
  position: number
  /** Criterion id -> level; null is "not rateable". */
  levels: Record<string, number | null>
  globalLevel: number
}

export type VignetteAgreement = {
  scripts: number
  criteria: ShownFigures[]
  /** The same of scripts that were chosen for a second mark: near the standard, markers agree less than over all. */
  targeted: { scripts: number; criteria: ShownFigures[] }
  /** How many scripts were left out, and not which: nobody needs to find them. */
  severity: Omit<SeverityReport, 'leftOut'> & { leftOut: { scripts: number; raters: string[]; criteria: string[] } }
  difficulty: CriterionDifficulty[]
  drift: MarkerDrift[]
  /** Where the criteria stand at the borderline global rating: a proposal for a cut, from every first and second mark. */
  borderline: BorderlineRegression | NoFigure
}

export type RubricScale = {
  criteria: string[]
  levels: number[]
  /** The level that is good enough. */
  standard: number
}

/** Everything that is shown of a vignette's agreement, with pauses. Figures of too few scripts are a reason in place of a figure. */
export function* vignetteAgreement(
  marks: readonly BlindMark[],
  { criteria, levels, standard }: RubricScale,
  seed: string,
): Steps<VignetteAgreement> {
  const double = marks.filter(({ isDouble }) => isDouble)
  const ratings = ratingsOf(double.filter(({ isTargeted }) => !isTargeted))
  const targeted = ratingsOf(double.filter(({ isTargeted }) => isTargeted))
  const names = [GLOBAL_RATING, ...criteria]
  const drifting = Map.groupBy(
    marks.filter(({ isTargeted }) => !isTargeted),
    ({ marker }) => marker,
  )
  return {
    scripts: scriptsIn(ratings),
    criteria: yield* figuresOf(ratings, names, { levels, seed }),
    targeted: { scripts: scriptsIn(targeted), criteria: yield* figuresOf(targeted, names, { levels, seed }) },
    severity: yield* severityOf(ratings),
    difficulty: scriptsIn(ratings) < FEWEST_SCRIPTS ? [] : criterionDifficulty(ratings, standard),
    drift: [...drifting].map(([marker, own]) => markerDrift(marker, own.map(placedGlobal))),
    borderline: borderlineRegression(marks.flatMap(globalMark), standard, seed),
  }
}

/** Marks as ratings, the global rating being one of the criteria. What was not rateable is not there. */
export const ratingsOf = (marks: readonly BlindMark[]): Rating[] =>
  marks.flatMap(({ script: unit, marker: rater, levels, globalLevel }) =>
    Object.entries({ ...levels, [GLOBAL_RATING]: globalLevel }).flatMap(([criterion, score]) =>
      score === null ? [] : [{ unit, rater, criterion, score }],
    ),
  )

function* figuresOf(
  ratings: readonly Rating[],
  names: readonly string[],
  options: { levels: number[]; seed: string },
): Steps<ShownFigures[]> {
  const byCriterion = Map.groupBy(ratings, ({ criterion = '' }) => criterion)
  const figures: ShownFigures[] = []
  for (const criterion of names) {
    yield
    figures.push(shownFigures(criterion, criterionFigures(byCriterion.get(criterion) ?? [], options)))
  }
  return figures
}

const placedGlobal = ({ position, globalLevel }: BlindMark) => ({ position, score: globalLevel })

/** Nothing where no criterion could be rated. */
function globalMark({ script: unit, levels, globalLevel: global }: BlindMark): GlobalMark[] {
  const rated = Object.values(levels).filter((level) => level !== null)
  return rated.length === 0 ? [] : [{ unit, global, criteria: mean(rated) }]
}

function* severityOf(ratings: readonly Rating[]): Steps<VignetteAgreement['severity']> {
  const scripts = scriptsIn(ratings)
  if (scripts < FEWEST_SCRIPTS) {
    const { reason: note } = tooFewScripts(scripts)
    return { sets: [], note, leftOut: { scripts: 0, raters: [], criteria: [] } }
  }
  const { leftOut, ...report } = yield* severitiesInSteps(ratings)
  const { units, raters, criteria } = leftOut
  return { ...report, leftOut: { scripts: units.length, raters, criteria } }
}

const scriptsIn = (ratings: readonly Rating[]) => new Set(ratings.map(({ unit }) => unit)).size
