import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PanelCounts, SHIFTS, type Shift, scoreConcordance } from '#app/domain/keyed/concordance.ts'

const counts = (...of: [number, number, number, number, number]): PanelCounts => ({
  '-2': of[0],
  '-1': of[1],
  '0': of[2],
  '1': of[3],
  '2': of[4],
})
const creditOf = (panel: PanelCounts, answer: Shift) =>
  scoreConcordance({ one: panel }, { one: answer }).items[0]?.credit

describe('aggregate scoring', () => {
  // The usual example of the method: 15 members, 0 for +2, 5 for +1, 10 for 0 and so on.
  test.each([
    [-2, 0],
    [-1, 0],
    [0, 1 / 7],
    [1, 1],
    [2, 4 / 7],
  ] as const)('an answer of %i earns its share of the modal answer', (answer, credit) => {
    expect(creditOf(counts(0, 0, 1, 7, 4), answer)).toEqual({ value: credit })
  })

  test('both of two modal answers earn all', () => {
    expect(creditOf(counts(0, 5, 5, 2, 0), -1)).toEqual({ value: 1 })
    expect(scoreConcordance({ one: counts(0, 5, 5, 2, 0) }, { one: 0 }).items[0]?.modes).toEqual([-1, 0])
  })

  test('the score is the mean, and the panel’s mean and spread stand beside each item', () => {
    const { items, mean } = scoreConcordance(
      { one: counts(0, 0, 1, 1, 0), two: counts(4, 0, 0, 0, 0) },
      { one: 1, two: 2 },
    )
    expect(mean).toEqual({ value: 1 / 2 })
    expect(items[0]?.panel).toEqual({ members: 2, mean: 0.5, spread: expect.closeTo(Math.SQRT1_2, 12) })
    expect(items[1]?.panel).toEqual({ members: 4, mean: -2, spread: 0 })
  })

  test('an item without a panel has a reason and stays out of the mean', () => {
    const { items, mean } = scoreConcordance(
      { one: counts(0, 0, 0, 0, 0), two: counts(0, 0, 0, 3, 0) },
      { one: 1, two: 1 },
    )
    expect(items[0]).toMatchObject({
      credit: { reason: expect.stringContaining('Nobody of a panel') },
      panel: null,
      modes: [],
    })
    expect(mean).toEqual({ value: 1 })
  })

  test('without any panel there is a reason and no score', () => {
    expect(scoreConcordance({}, { one: 1 }).mean).toEqual({ reason: expect.stringContaining('Nobody of a panel') })
    expect(scoreConcordance({}, {}).mean).toHaveProperty('reason')
  })
})

const panels = fc
  .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20))
  .map((of) => counts(...of))
  .filter((panel) => Object.values(panel).some((count) => count > 0))

describe('for any panel', () => {
  test('its modal answers earn 1, and nothing earns more', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const credits = SHIFTS.map((shift) => creditOf(panel, shift))
        expect(credits).toContainEqual({ value: 1 })
        for (const credit of credits)
          expect(credit && 'value' in credit && credit.value >= 0 && credit.value <= 1).toBe(true)
      }),
    )
  })

  test('turning the scale round changes nothing', () => {
    fc.assert(
      fc.property(panels, fc.constantFrom(...SHIFTS), (panel, answer) => {
        const turned = counts(panel['2'], panel['1'], panel['0'], panel['-1'], panel['-2'])
        expect(creditOf(turned, (0 - answer) as Shift)).toEqual(creditOf(panel, answer))
      }),
    )
  })
})
