import { describe, expect, test } from 'vitest'
import { benchmarksToPractise } from '#app/domain/benchmark-order.ts'
import {
  agreementOverTime,
  type BenchmarkMarking,
  calibrationStanding,
  defaultCalibrationRule as rule,
} from '#app/domain/calibration-standing.ts'
import { drawGold } from '#app/domain/gold.ts'
import { DAY_MS } from '#app/domain/time.ts'

const now = new Date('2026-11-02T09:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)

/** `+` within tolerance, `-` beyond, in calibration; `G` within, `g` beyond, among real scripts. The last one is of yesterday. */
const historyOf = (signs: string, changes: Partial<BenchmarkMarking> = {}): BenchmarkMarking[] =>
  [...signs].map((sign, place) => ({
    source: sign.toLowerCase() === 'g' ? 'gold' : 'calibration',
    isWithin: sign === '+' || sign === 'G',
    deviations: { global: sign === '+' || sign === 'G' ? 0 : 2, patience: 1 },
    counts: true,
    markedAt: daysAgo(signs.length - place),
    ...changes,
  }))

const standingOf = (signs: string) => calibrationStanding(historyOf(signs), rule, now)

describe('a marker', () => {
  const cases: [string, string, boolean, number][] = [
    ['without any mark is not', '', false, 4],
    ['with three within of three is not yet', '+++', false, 1],
    ['with four within is', '++++', true, 0],
    ['with three within of the last four is', '-+++', true, 0],
    ['with two within of the last four is not', '-++-', false, 1],
    ['with three beyond and one within needs two more', '---+', false, 2],
    ['who was, and whose last two went wrong, is no longer', '++++--', false, 3],
    ['with benchmarks among real scripts within tolerance is as before', '++++GG', true, 0],
    ['is not by benchmarks among real scripts alone', 'GGGG', false, 4],
    ['whose benchmark among real scripts was beyond is asked for two more', '++++g', false, 2],
    ['with one more within since then needs another', '++++g+', false, 1],
    ['with two more within since then is again', '++++g++', true, 0],
    ['with two more within of three since then is again', '++++g+-+', true, 0],
    ['for whom it went wrong a second time begins again with the two', '++++g++g', false, 2],
    ['is not recalibrated by a benchmark among real scripts', '++++gGG', false, 2],
  ]
  test.each(cases)('%s calibrated (%s)', (_, signs, isCalibrated, needed) => {
    expect(standingOf(signs)).toMatchObject({ isCalibrated, needed })
  })

  test('needs exactly as many more within tolerance as is said', () => {
    for (const signs of ['', '-', '+-', '--+-', '++++g', '-+-+', '+++-g-']) {
      const { needed } = standingOf(signs)
      expect(standingOf(signs + '+'.repeat(needed)).isCalibrated).toBe(true)
      if (needed > 0) expect(standingOf(signs + '+'.repeat(needed - 1)).isCalibrated).toBe(false)
    }
  })

  test('is not calibrated by what does not count, nor by what is older than a year', () => {
    expect(calibrationStanding(historyOf('++++', { counts: false }), rule, now).isCalibrated).toBe(false)
    expect(calibrationStanding(historyOf('++++', { markedAt: daysAgo(366) }), rule, now).isCalibrated).toBe(false)
    expect(calibrationStanding(historyOf('++++', { markedAt: daysAgo(364) }), rule, now).isCalibrated).toBe(true)
  })

  test('reads why, with the plain agreement, in sentences', () => {
    expect(standingOf('-+++').because).toEqual([
      '3 of the last 4 benchmarks are within tolerance. At least 3 of the last 4 have to be within tolerance.',
      'Of all 8 ratings there, 3 were the consensus’s own level and 7 within one of it.',
    ])
    expect(standingOf('').because).toEqual([
      'No benchmark has been marked yet. At least 3 of the last 4 have to be within tolerance.',
      '4 more benchmarks within tolerance would be enough.',
    ])
    expect(standingOf('-').because[0]).toBe(
      'The one benchmark marked so far is beyond tolerance. At least 3 of the last 4 have to be within tolerance.',
    )
    expect(standingOf('++++g+').because.join(' ')).toContain('beyond tolerance: 2 calibration marks')
  })

  test('is given the same standing whatever order the history comes in', () => {
    const history = historyOf('+++-g+')
    expect(calibrationStanding(history.toReversed(), rule, now)).toEqual(calibrationStanding(history, rule, now))
  })
})

test('agreement over time leaves out the benchmarks of which the marker was never told', () => {
  expect(agreementOverTime(historyOf('+Gg-')).map(({ source, near, ratings }) => ({ source, near, ratings }))).toEqual([
    { source: 'calibration', near: 2, ratings: 2 },
    { source: 'gold', near: 1, ratings: 2 },
    { source: 'calibration', near: 1, ratings: 2 },
  ])
})

describe('the benchmark to practise on next', () => {
  const benchmark = (slug: string, changes = {}) => ({
    ...{ slug, isBorderline: false, timesMarked: 0, lastMarkedAt: null as Date | null, isHidden: false },
    ...changes,
  })
  const order = (benchmarks: ReturnType<typeof benchmark>[]) => benchmarksToPractise(benchmarks).map(({ slug }) => slug)

  test('is a borderline one first, otherwise in the order of the catalogue', () => {
    const borderline = { isBorderline: true }
    expect(order([benchmark('a'), benchmark('b', borderline), benchmark('c'), benchmark('d', borderline)])).toEqual([
      ...'bdac',
    ])
  })

  test('is never one that was marked before all of them are', () => {
    const marked = { timesMarked: 1, lastMarkedAt: daysAgo(9), isBorderline: true }
    expect(order([benchmark('a', marked), benchmark('b')])).toEqual(['b'])
  })

  test('is the one that was longest ago once all have been marked', () => {
    const marked = (days: number) => ({ timesMarked: 1, lastMarkedAt: daysAgo(days) })
    expect(order([benchmark('a', marked(2)), benchmark('b', marked(9)), benchmark('c', marked(5))])).toEqual([...'bca'])
  })

  test('is none that stands unseen among the marker’s scripts', () => {
    const marked = { timesMarked: 1, lastMarkedAt: daysAgo(9) }
    expect(order([benchmark('a', { isHidden: true }), benchmark('b', marked)])).toEqual(['b'])
    expect(order([benchmark('a', { isHidden: true })])).toEqual([])
  })
})

describe('a benchmark is put among the scripts', () => {
  const draws = (share: number) =>
    Array.from({ length: 4_000 }, (_, place) => drawGold(share, `script ${place}`, ['a', 'b', 'c']))

  test.each([0.1, 0.25, 0.5])('so that they make a share of %f of all that a marker sees', (share) => {
    const gold = draws(share).filter((drawn) => drawn !== null).length
    expect(Math.abs(gold / (4_000 + gold) - share)).toBeLessThan(0.02)
  })

  test('never at a share of 0, and not when all have been seen', () => {
    expect(draws(0).every((drawn) => drawn === null)).toBe(true)
    expect(drawGold(0.5, 'script', [])).toBeNull()
  })

  test('the same one for the same script', () => {
    expect(draws(0.3)).toEqual(draws(0.3))
    expect(new Set(draws(0.3))).toEqual(new Set([null, 'a', 'b', 'c']))
  })
})
