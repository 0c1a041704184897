import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFigure } from '#app/domain/agreement/figure.ts'
import { agreementFigures, type CriterionFigures } from '#app/domain/agreement/figures.ts'
import type { Rating } from '#app/domain/agreement/rating.ts'
import { severities } from '#app/domain/agreement/severity.ts'
import { seededRandom } from '#app/domain/seeded-random.ts'
import { ratingsOf } from './published-data.ts'

/** Scripts by markers with gaps, on levels 1 to 7. */
const withGaps = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 12 })).chain(([raters, units]) => {
  const score = fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined, freq: 4 })
  return fc.array(fc.array(score, { minLength: raters, maxLength: raters }), { minLength: units, maxLength: units })
})

const complete = fc.integer({ min: 2, max: 4 }).chain((raters) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: raters, maxLength: raters }), {
    minLength: 4,
    maxLength: 12,
  }),
)

const figuresOf = (ratings: readonly Rating[]) => agreementFigures(ratings, { seed: 's' })

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : []
}

/** Without names: every number in its place, to nine digits, since the order of a sum may differ. */
const rounded = (value: unknown) => numbersIn(value).map((at) => Number(at.toFixed(9)) + 0)

const coefficients = ({ icc, alpha, gwet, pairs }: CriterionFigures) => [
  ...Object.values(icc),
  ...Object.values(alpha),
  ...Object.values(gwet),
  ...pairs.flatMap(({ kappa }) => Object.values(kappa)),
]

test('marks in percent have hundreds of levels, and figures all the same, but for severity', () => {
  const random = seededRandom('percent')
  const rows = Array.from({ length: 300 }, () => {
    const place = 30 + 40 * random()
    return [place, place].map((at) => Math.round(100 * (at + 10 * random())) / 100)
  })
  const [figures] = figuresOf(ratingsOf(rows))
  if (!figures) throw new Error('There are no figures.')
  for (const figure of coefficients(figures)) expect(figure).toMatchObject({ value: expect.any(Number) })
  expect(severities(ratingsOf(rows)).sets).toEqual([
    { raters: expect.any(Array), reason: expect.stringMatching(/different levels/) },
  ])
})

describe('figures of any marks', () => {
  test('are numbers or reasons, never NaN or infinite, and never above 1', () => {
    fc.assert(
      fc.property(withGaps, (rows) => {
        const ratings = ratingsOf(rows)
        const figures = figuresOf(ratings)
        expect(numbersIn([figures, severities(ratings)]).every(Number.isFinite)).toBe(true)
        for (const figure of figures.flatMap(coefficients).filter(isFigure)) {
          expect(figure.low).toBeLessThanOrEqual(figure.high + 1e-9)
          expect(figure.value).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('do not change with the order of the ratings', () => {
    fc.assert(
      fc.property(withGaps, fc.infiniteStream(fc.double({ noNaN: true })), (rows, keys) => {
        const ratings = ratingsOf(rows)
        const shuffled = ratings
          .map((rating) => ({ rating, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ rating }) => rating)
        expect(figuresOf(shuffled)).toEqual(figuresOf(ratings))
        expect(severities(shuffled)).toEqual(severities(ratings))
      }),
      { numRuns: 50 },
    )
  })

  test('do not change with the names of the markers', () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const ratings = ratingsOf(rows)
        const renamed = ratings.map((rating) => ({ ...rating, rater: `${9 - Number(rating.rater.slice(-1))}` }))
        const [before, after] = [figuresOf(ratings), figuresOf(renamed)].map(([figures]) => ({
          icc: rounded(figures?.icc),
          alpha: rounded(figures?.alpha),
          gwet: rounded(figures?.gwet),
          percent: rounded(figures?.percentAgreement),
          kappas: rounded(figures?.pairs.map(({ kappa }) => kappa)).sort(),
        }))
        expect(after).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })

  test('are 1 where all markers agree on every script', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(levels, fc.integer({ min: 2, max: 4 }), (scripts, raters) => {
        fc.pre(new Set(scripts).size > 1)
        const [figures] = figuresOf(ratingsOf(scripts.map((level) => Array<number>(raters).fill(level))))
        if (!figures) throw new Error('There are figures.')
        for (const figure of coefficients(figures).filter(isFigure)) expect(figure.value).toBeCloseTo(1, 9)
        expect(figures.percentAgreement.exact).toMatchObject({ value: 1 })
        expect(coefficients(figures).filter(isFigure).length).toBeGreaterThan(12)
      }),
      { numRuns: 50 },
    )
  })

  test('alpha of intervals is ICC(1,1) but for a term that vanishes with the number of scripts', () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const [figures] = figuresOf(ratingsOf(Array.from({ length: 50 }, () => rows).flat()))
        const [alpha, icc] = [figures?.alpha.interval, figures?.icc['ICC(1,1)']]
        if (!alpha || !icc || !isFigure(alpha) || !isFigure(icc)) return
        expect(Math.abs(alpha.value - icc.value)).toBeLessThan(0.02)
      }),
      { numRuns: 10 },
    )
  })
})
