import { inList } from './listing.ts'
import { inNumber } from './wording.ts'
/** What one version of a rubric says about passing: every number is the version's own data. */
export type PassRule = {
  /** Need not be a whole level where a cut was adopted. */
  globalAtLeast: number
  criterionAtLeast: number
  notRateableAtMost: number
  criticalErrorsUpheldAtMost: number
  /** A further rule where such a cut was adopted: the mean of the criteria that could be rated, to two decimals. */
  criterionMeanAtLeast?: number
}

/** The part of a published rubric that a decision needs. */
export type MarkedRubric = {
  criteria: readonly { id: string; title: string }[]
  criticalErrors: readonly { id: string; title: string }[]
  pass: PassRule
}

/** `null` is "not rateable", which is not a low score. */
export type Rating = { level: number | null; comment: string }

/** A complete mark. Levels are whole numbers from 1 to 7; `criticalErrors` holds the marker's words by the error's id. */
export type Mark = {
  ratings: Record<string, Rating>
  globalLevel: number
  comment: string
  criticalErrors: Record<string, string>
}

/** The levels and errors of a mark without what was written about them. */
export type Judgement = {
  ratings: Record<string, { level: number | null }>
  globalLevel: number
  criticalErrors: Record<string, unknown>
}

export type Reason = {
  rule: 'global' | 'criterion-mean' | 'criteria' | 'not-rateable' | 'critical-errors'
  met: boolean
  text: string
}

export type Decision = { hasPassed: boolean; because: Reason[] }

/**
 * Whether a script is passed by its rubric's own rule, and why. The global rating is a judgement of its own, never a mean
 * of the criteria; a mean counts only where a cut on it was adopted. Every rule is named in the answer, met or not, always in the same order.
 * @throws when a criterion has no rating at all, which `checkMark` never lets through.
 */
export function decideMark(rubric: MarkedRubric, mark: Judgement): Decision {
  const because = [
    globalRule(rubric, mark),
    ...criterionMeanRule(rubric, mark),
    criteriaRule(rubric, mark),
    notRateableRule(rubric, mark),
    criticalErrorsRule(rubric, mark),
  ]
  return { hasPassed: because.every(({ met }) => met), because }
}

function globalRule({ pass }: MarkedRubric, { globalLevel }: Judgement): Reason {
  return {
    rule: 'global',
    met: globalLevel >= pass.globalAtLeast,
    text: `The global rating is ${globalLevel}; at least ${pass.globalAtLeast} is needed.`,
  }
}

function criterionMeanRule(rubric: MarkedRubric, mark: Judgement): Reason[] {
  const { criterionMeanAtLeast: least } = rubric.pass
  if (least === undefined) return []
  const levels = ratedCriteria(rubric, mark).flatMap(({ level }) => (level === null ? [] : [level]))
  // In hundredths, as it is told: a mean that is shown as the cut must not fall short of it.
  const hundredths =
    levels.length === 0 ? 0 : Math.round((100 * levels.reduce((sum, level) => sum + level, 0)) / levels.length)
  const text =
    levels.length === 0
      ? 'No criterion could be rated, so they have no mean.'
      : `The mean of the criteria is ${hundredths / 100}; at least ${least} is needed.`
  return [{ rule: 'criterion-mean', met: levels.length > 0 && hundredths >= Math.round(100 * least), text }]
}

function criteriaRule(rubric: MarkedRubric, mark: Judgement): Reason {
  const { criterionAtLeast } = rubric.pass
  const below = ratedCriteria(rubric, mark).filter(({ level }) => level !== null && level < criterionAtLeast)
  return {
    rule: 'criteria',
    met: below.length === 0,
    text:
      below.length === 0
        ? `No criterion is below ${criterionAtLeast}.`
        : `Below ${criterionAtLeast}: ${inList(below.map(({ title, level }) => `${title} (${level})`))}.`,
  }
}

function notRateableRule(rubric: MarkedRubric, mark: Judgement): Reason {
  const { notRateableAtMost } = rubric.pass
  const unrated = ratedCriteria(rubric, mark).filter(({ level }) => level === null)
  return {
    rule: 'not-rateable',
    met: unrated.length <= notRateableAtMost,
    text:
      unrated.length === 0
        ? 'Every criterion could be rated.'
        : `Not rateable: ${titles(unrated)}. ${atMost(notRateableAtMost)}`,
  }
}

function criticalErrorsRule({ criticalErrors, pass }: MarkedRubric, mark: Judgement): Reason {
  const seen = criticalErrors.filter(({ id }) => Object.hasOwn(mark.criticalErrors, id))
  return {
    rule: 'critical-errors',
    met: seen.length <= pass.criticalErrorsUpheldAtMost,
    text:
      seen.length === 0
        ? 'No critical error was found.'
        : `Critical error: ${titles(seen)}. ${atMost(pass.criticalErrorsUpheldAtMost)}`,
  }
}

function ratedCriteria({ criteria }: MarkedRubric, { ratings }: Judgement) {
  return criteria.map(({ id, title }) => {
    const rating = Object.hasOwn(ratings, id) ? ratings[id] : undefined
    if (!rating) throw new Error(`The mark has no rating for the criterion ${id}.`)
    return { title, level: rating.level }
  })
}

const titles = (named: readonly { title: string }[]) => inList(named.map(({ title }) => title))

const atMost = (count: number) =>
  count === 0
    ? 'None is allowed.'
    : inNumber(count, { one: 'At most 1 is allowed.', other: 'At most {n} are allowed.' })
