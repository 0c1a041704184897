import { type Deviations, LEVELS_OFF_AT_MOST } from './calibration.ts'
import { DAY_MS } from './time.ts'
import { inNumber } from './wording.ts'

/** A benchmark that a marker has marked; `gold`: unseen, among real scripts. */
export type BenchmarkMarking = {
  source: 'calibration' | 'gold'
  deviations: Deviations
  isWithin: boolean
  /** Whether the consensus was one that may gate a marker here. */
  counts: boolean
  markedAt: Date
}

export type CalibrationRule = {
  /** The standing rests on so many of the latest calibration marks… */
  lastMarks: number
  /** …of which at least so many have to be within tolerance. */
  withinAtLeast: number
  /** After a benchmark among real scripts was beyond tolerance, so many more within tolerance are asked for. */
  recalibrateWith: number
  /** Older marks no longer count. */
  daysValid: number
}

/** Product decisions: see the decision record. */
export const defaultCalibrationRule: CalibrationRule = {
  lastMarks: 4,
  withinAtLeast: 3,
  recalibrateWith: 2,
  daysValid: 365,
}

export type CalibrationStanding = {
  isCalibrated: boolean
  /** Sentences for the marker. */
  because: string[]
  /** How many more marks it takes at the least, if all of them are within tolerance; 0 once calibrated. */
  needed: number
  /** When the marker last practised. */
  lastAt: Date | null
}

/**
 * Whether a marker is calibrated for a rubric, from everything that they marked of its benchmarks, in any order: at least
 * `withinAtLeast` of the last `lastMarks` calibration marks are within tolerance; and since the last benchmark among real scripts
 * that was beyond tolerance, `recalibrateWith` have been. What does not count here or is too old is left out.
 */
export function calibrationStanding(
  history: readonly BenchmarkMarking[],
  rule: CalibrationRule,
  now: Date,
): CalibrationStanding {
  const since = now.getTime() - rule.daysValid * DAY_MS
  const counted = inOrder(history).filter(({ counts, markedAt }) => counts && markedAt.getTime() > since)
  const practised = counted.filter(({ source }) => source === 'calibration')
  const threshold = neededForThreshold(practised, rule)
  const recalibration = neededAfterGold(counted, rule)
  const needed = Math.max(threshold, recalibration)
  return {
    isCalibrated: needed === 0,
    because: [
      thresholdInWords(practised, rule),
      ...agreementInWords(practised.slice(-rule.lastMarks)),
      ...(recalibration > 0 ? [goldInWords(rule, recalibration)] : []),
      ...(needed > 0 ? [enoughInWords(needed)] : []),
    ],
    needed,
    lastAt: inOrder(history).findLast(({ source }) => source === 'calibration')?.markedAt ?? null,
  }
}

const inOrder = (history: readonly BenchmarkMarking[]) =>
  history.toSorted((a, b) => a.markedAt.getTime() - b.markedAt.getTime())

/** With each further mark within tolerance the window moves on by one; there is an answer at the latest when it is full of them. */
function neededForThreshold(practised: readonly BenchmarkMarking[], { lastMarks, withinAtLeast }: CalibrationRule) {
  const outcomes = practised.map(({ isWithin }) => isWithin)
  for (let more = 0; more < lastMarks; more++) {
    const last = [...outcomes, ...Array<boolean>(more).fill(true)].slice(-lastMarks)
    if (last.length === lastMarks && last.filter(Boolean).length >= withinAtLeast) return more
  }
  return lastMarks
}

function neededAfterGold(counted: readonly BenchmarkMarking[], { recalibrateWith }: CalibrationRule): number {
  const lastBeyond = counted.findLastIndex(({ source, isWithin }) => source === 'gold' && !isWithin)
  if (lastBeyond === -1) return 0
  const since = counted.slice(lastBeyond + 1).filter(({ source, isWithin }) => source === 'calibration' && isWithin)
  return Math.max(0, recalibrateWith - since.length)
}

function thresholdInWords(practised: readonly BenchmarkMarking[], { lastMarks, withinAtLeast }: CalibrationRule) {
  const last = practised.slice(-lastMarks)
  const asked = `At least ${withinAtLeast} of the last ${lastMarks} have to be within tolerance.`
  const within = last.filter(({ isWithin }) => isWithin).length
  return `${withinInWords(last.length, within)} ${asked}`
}

function withinInWords(marked: number, within: number): string {
  if (marked === 0) return 'No benchmark has been marked yet.'
  if (marked === 1)
    return within === 1
      ? 'The one benchmark marked so far is within tolerance.'
      : 'The one benchmark marked so far is beyond tolerance.'
  if (within === 0) return `None of the last ${marked} benchmarks is within tolerance.`
  return inNumber(
    within,
    {
      one: '1 of the last {marked} benchmarks is within tolerance.',
      other: '{n} of the last {marked} benchmarks are within tolerance.',
    },
    { marked },
  )
}

/** Plain agreement: with a handful of benchmarks a coefficient would be mostly chance. */
function agreementInWords(last: readonly BenchmarkMarking[]): string[] {
  if (last.length === 0) return []
  const { exact, near, ratings } = plainAgreement(last)
  return [`Of all ${ratings} ratings there, ${exact} were the consensus’s own level and ${near} within one of it.`]
}

const enoughInWords = (needed: number) =>
  inNumber(needed, {
    one: '1 more benchmark within tolerance would be enough.',
    other: '{n} more benchmarks within tolerance would be enough.',
  })

const goldInWords = ({ recalibrateWith }: CalibrationRule, needed: number) =>
  inNumber(
    recalibrateWith,
    {
      one: 'A benchmark among your scripts was beyond tolerance: 1 calibration mark within tolerance is asked for since then, {needed} still to come.',
      other:
        'A benchmark among your scripts was beyond tolerance: {n} calibration marks within tolerance are asked for since then, {needed} still to come.',
    },
    { needed },
  )

export type PlainAgreement = { exact: number; near: number; ratings: number }

/** How many ratings were exactly the consensus's, and within one level of it. One that only one side could give is neither. */
function plainAgreement(marks: readonly Pick<BenchmarkMarking, 'deviations'>[]): PlainAgreement {
  const all = marks.flatMap(({ deviations }) => Object.values(deviations))
  const off = all.map((deviation) => (deviation === 'one-sided' ? Number.POSITIVE_INFINITY : Math.abs(deviation)))
  return {
    exact: off.filter((levels) => levels === 0).length,
    near: off.filter((levels) => levels <= LEVELS_OFF_AT_MOST).length,
    ratings: all.length,
  }
}

export type AgreementPoint = PlainAgreement & Pick<BenchmarkMarking, 'markedAt' | 'source' | 'isWithin' | 'counts'>

/**
 * A marker's agreement with the consensus, benchmark by benchmark, the earliest first. Of those among real scripts only the ones
 * of which the marker was told: a benchmark that was marked well stays unseen.
 */
export const agreementOverTime = (history: readonly BenchmarkMarking[]): AgreementPoint[] =>
  inOrder(history)
    .filter(isTold)
    .map(({ markedAt, source, isWithin, counts, deviations }) => ({
      ...{ markedAt, source, isWithin, counts },
      ...plainAgreement([{ deviations }]),
    }))

/** Whether the marker knows that this was a benchmark: they are told of one among their scripts where it bars them. */
const isTold = ({ source, isWithin, counts }: BenchmarkMarking): boolean =>
  source === 'calibration' || (!isWithin && counts)
