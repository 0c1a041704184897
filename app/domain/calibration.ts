import { type Difference, differencesOf, GLOBAL, isAcrossStandard, type MarkDifferences } from './mark-differences.ts'
import type { Judgement, MarkedRubric } from './rubric.ts'
import { inNumber } from './wording.ts'

/** How experts rate a benchmark, with a reason for each. */
export type Consensus = {
  /** Criterion id -> the experts' rating; null is "not rateable". */
  ratings: Record<string, { level: number | null; because: string }>
  global: { level: number; because: string }
  criticalErrors: readonly { id: string; because: string }[]
  comment: string
}

/** Levels above (or, negative, below) the consensus; `one-sided` where only one of the two could rate it at all. */
export type Deviation = number | 'one-sided'

/** By criterion id, and `global`. */
export type Deviations = Record<string, Deviation>

/** Product decision: see the decision record. */
export const LEVELS_OFF_AT_MOST = 1

export type Tolerance = { isWithin: boolean; because: string[] }

/** Own minus consensus, for the global rating and for every criterion that the consensus rates. Not rateable on both sides is 0. */
export function deviationsFrom(rubric: MarkedRubric, consensus: Consensus, mark: Judgement): Deviations {
  const { levels } = compare(rubric, consensus, mark)
  return Object.fromEntries(levels.map((level) => [level.id, deviationOf(level)]))
}

/**
 * Whether a mark of a benchmark is near enough to its consensus: no level is further off than {@link LEVELS_OFF_AT_MOST}, nothing
 * was rateable for one side only, the global rating and the outcome lie on the same side of the pass standard, and the same
 * critical errors were flagged.
 * @returns also, in sentences, everything that lies beyond; one sentence when nothing does.
 */
export function isWithinTolerance(rubric: MarkedRubric, consensus: Consensus, mark: Judgement): Tolerance {
  const { levels, criticalErrors, passes } = compare(rubric, consensus, mark)
  const because = [
    ...levels.flatMap((level) => levelBeyond(level) ?? []),
    ...levels.filter((level) => level.id === GLOBAL && isAcrossStandard(rubric, level)).map(acrossStandard),
    ...(passes[0] === passes[1] ? [] : [outcomes(passes)]),
    ...criticalErrors.filter(({ by }) => by !== 'both').map(errorBeyond),
  ]
  if (because.length > 0) return { isWithin: false, because }
  return { isWithin: true, because: ['Every level is within one of the consensus, on the same side of the standard.'] }
}

/** The mark first and the consensus second. A criterion that the consensus says nothing of is not compared. */
function compare(rubric: MarkedRubric, consensus: Consensus, mark: Judgement): MarkDifferences {
  const criteria = rubric.criteria.filter(({ id }) => Object.hasOwn(consensus.ratings, id))
  return differencesOf({ ...rubric, criteria }, mark, judgementOf(consensus))
}

/** What a panel agreed on, in the shape in which a mark is compared with it. */
export const judgementOf = ({ ratings, global, criticalErrors }: Consensus): Judgement => ({
  ratings,
  globalLevel: global.level,
  criticalErrors: Object.fromEntries(criticalErrors.map(({ id, because }) => [id, because])),
})

function deviationOf({ levels: [own, theirs] }: Difference): Deviation {
  if (own !== null && theirs !== null) return own - theirs
  return own === theirs ? 0 : 'one-sided'
}

function levelBeyond(level: Difference): string | undefined {
  const deviation = deviationOf(level)
  if (deviation !== 'one-sided' && Math.abs(deviation) <= LEVELS_OFF_AT_MOST) return undefined
  return `${level.title}: ${deviationInWords(deviation)} (yours: ${inWords(level.levels[0])}, consensus: ${inWords(level.levels[1])}).`
}

/** `2 levels above the consensus`. */
export function deviationInWords(deviation: Deviation): string {
  if (deviation === 'one-sided') return 'rateable for one of the two only'
  if (deviation === 0) return 'as the consensus'
  return deviation > 0
    ? inNumber(deviation, { one: '1 level above the consensus', other: '{n} levels above the consensus' })
    : inNumber(-deviation, { one: '1 level below the consensus', other: '{n} levels below the consensus' })
}

const inWords = (level: number | null) => level ?? 'not rateable'

const acrossStandard = ({ levels: [own, theirs] }: Difference) =>
  `Global rating: yours (${inWords(own)}) and the consensus (${inWords(theirs)}) lie on either side of the pass standard.`

const outcomes = ([own]: MarkDifferences['passes']) =>
  own
    ? 'By the rubric’s rule your mark passes this answer and the consensus does not.'
    : 'By the rubric’s rule the consensus passes this answer and your mark does not.'

const errorBeyond = ({ title, by }: MarkDifferences['criticalErrors'][number]) =>
  by === 'first'
    ? `Critical error: you flagged “${title}”, the consensus does not.`
    : `Critical error: the consensus flags “${title}”, you did not.`
