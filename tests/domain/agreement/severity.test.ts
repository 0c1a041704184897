import { describe, expect, test } from 'vitest'
import type { Rating } from '#app/domain/agreement/rating.ts'
import { recalibrationReasons } from '#app/domain/agreement/recalibration.ts'
import { type SeveritySet, severities } from '#app/domain/agreement/severity.ts'
import { simulateMarks } from './simulated-marks.ts'

const SEVERITIES = [-1, -0.6, -0.2, 0.2, 0.6, 1]
const DIFFICULTIES = [-0.5, -0.25, 0, 0.25, 0.5]

const simulate = (seed: string, scripts = 100) =>
  simulateMarks({ scripts, severities: SEVERITIES, difficulties: DIFFICULTIES, seed })

function onlySet(ratings: readonly Rating[]): SeveritySet {
  const [set] = severities(ratings).sets
  if (!set || 'reason' in set) throw new Error('There is no set.')
  return set
}

const severityOf = (set: SeveritySet) => set.markers.map(({ severity }) => severity)

describe('severities', () => {
  test('are recovered from simulated marks without bias, and their intervals hold the truth 19 times in 20', () => {
    const sets = Array.from({ length: 30 }, (_, at) => onlySet(simulate(`sample ${at}`)))
    const estimates = sets.flatMap((set) =>
      severityOf(set).map((at, marker) => ({ ...at, truth: SEVERITIES[marker] ?? 0 })),
    )
    const slope =
      estimates.reduce((sum, { value, truth }) => sum + value * truth, 0) /
      estimates.reduce((sum, { truth }) => sum + truth ** 2, 0)
    expect(slope).toBeGreaterThan(0.95)
    expect(slope).toBeLessThan(1.06)
    const held = estimates.filter(({ low, high, truth }) => low < truth && truth < high).length / estimates.length
    expect(held).toBeGreaterThan(0.9)
    expect(held).toBeLessThan(0.99)
  })

  test('of a thousand scripts are near the truth one by one, and difficulties too', () => {
    const set = onlySet(simulate('large', 1000))
    severityOf(set).forEach(({ value }, marker) => {
      expect(Math.abs(value - (SEVERITIES[marker] ?? 0))).toBeLessThan(0.15)
    })
    set.criteria.forEach(({ difficulty }, criterion) => {
      expect(Math.abs(difficulty.value - (DIFFICULTIES[criterion] ?? 0))).toBeLessThan(0.15)
    })
    expect(set.markers.every(({ infit }) => infit > 0.8 && infit < 1.2)).toBe(true)
  })

  test('are also told in levels: one level fewer on every script is one level', () => {
    const base = simulateMarks({ scripts: 300, severities: [0, 0], difficulties: [0, 0.3], seed: 'levels' })
    const middle = base.filter(({ score }) => score > 2 && score < 7)
    const lowered = middle.map((rating) =>
      rating.rater === 'marker 1' ? { ...rating, score: rating.score - 1 } : rating,
    )
    const [plain, severe] = [onlySet(middle), onlySet(lowered)].map(({ markers }) => markers[1]?.levels.value ?? 0)
    expect((severe ?? 0) - (plain ?? 0)).toBeCloseTo(0.5, 1)
  })

  test('sum to nothing within a set', () => {
    const total = severityOf(onlySet(simulate('sum'))).reduce((sum, { value }) => sum + value, 0)
    expect(total).toBeCloseTo(0, 8)
  })

  test('are wider where one marker’s marks of a script hang together', () => {
    const marks = simulate('halo')
    const copied = marks.map((rating) => ({
      ...rating,
      score: marks.find(({ unit, rater }) => unit === rating.unit && rater === rating.rater)?.score ?? 4,
    }))
    const width = (of: readonly Rating[]) => severityOf(onlySet(of)).reduce((sum, { low, high }) => sum + high - low, 0)
    expect(width(copied)).toBeGreaterThan(1.5 * width(marks))
  })

  test('are given for each connected set, with a sentence that names the sets', () => {
    const other = simulate('others').map((rating) => ({
      ...rating,
      unit: `b ${rating.unit}`,
      rater: `b ${rating.rater}`,
    }))
    const report = severities([...simulate('first'), ...other])
    expect(report.sets.map((set) => set.raters.length)).toEqual([6, 6])
    expect(report.note).toContain('b marker 5; marker 0')
    expect(report.sets.some((set) => 'reason' in set)).toBe(false)
  })

  test('are refused with a reason for a marker who shares no script', () => {
    const alone = [3, 4, 5].map((score, index) => ({
      unit: `x${index}`,
      rater: 'alone',
      criterion: 'criterion 0',
      score,
    }))
    const report = severities([...simulate('first'), ...alone])
    expect(report.sets).toContainEqual({ raters: ['alone'], reason: 'No other marker marked any of these scripts.' })
    expect(report.note).toContain('alone')
  })

  test('leave out and name a marker and a script whose marks are all at one end', () => {
    const lowest = ['script 0', 'script 1'].map((unit) => ({
      unit,
      rater: 'always one',
      criterion: 'criterion 0',
      score: 1,
    }))
    const report = severities([...simulate('first'), ...lowest])
    expect(report.leftOut.raters).toEqual(['always one'])
  })

  test.each<[string, Rating[], RegExp]>([
    ['one marker is always above the other', separated(), /always lies on the same side/],
    ['there are two scripts', separated().slice(0, 4), /Fewer than three scripts|always lies/],
  ])('give a reason where %s', (_, ratings, reason) => {
    const [set] = severities(ratings).sets
    expect(set && 'reason' in set && set.reason).toMatch(reason)
  })

  test('of no marks, or of marks that are all the same, are no sets', () => {
    expect(severities([])).toMatchObject({ sets: [], note: 'There are no marks.' })
    const same = separated().map((rating) => ({ ...rating, score: 4 }))
    expect(severities(same)).toMatchObject({ sets: [], leftOut: { raters: ['Ada', 'Ben'] } })
  })
})

/** On every script Ada's mark is one level higher. */
function separated(): Rating[] {
  return [3, 4, 3, 4].flatMap((level, index) => [
    { unit: `${index}`, rater: 'Ada', score: level + 1 },
    { unit: `${index}`, rater: 'Ben', score: level },
  ])
}

describe('a marker needs recalibration', () => {
  const usual = { levels: { value: 0.1, low: -0.2, high: 0.4 }, infit: 1 }

  test('when severity is half a level out and its interval leaves no doubt of the side', () => {
    expect(recalibrationReasons({ ...usual, levels: { value: 0.6, low: 0.2, high: 1 } })).toEqual([
      'Marks 0.6 levels lower than the others on the same scripts.',
    ])
    expect(recalibrationReasons({ ...usual, levels: { value: -0.6, low: -1, high: -0.2 } })[0]).toContain('higher')
    expect(recalibrationReasons({ ...usual, levels: { value: 0.6, low: -0.1, high: 1.3 } })).toEqual([])
    expect(recalibrationReasons({ ...usual, levels: { value: 0.4, low: 0.2, high: 0.6 } })).toEqual([])
  })

  test('when marks are erratic', () => {
    expect(recalibrationReasons({ ...usual, infit: 1.6 })).toEqual(['Marks 1.6 times as erratically as is usual here.'])
    expect(recalibrationReasons(usual)).toEqual([])
  })
})
