import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceCredit, rankCredit, scoreJudgement, whyNoChoice, whyNoOrder } from '#app/domain/keyed/judgement.ts'

const value = (credit: { value: number } | { reason: string }) => {
  if ('reason' in credit) throw new Error(credit.reason)
  return credit.value
}

describe('the credit for an order', () => {
  const panel = { a: 1, b: 2, c: 3, d: 4 }

  test.each([
    ['the panel’s own', { a: 1, b: 2, c: 3, d: 4 }, 1],
    // Squared distances 1 + 1 of at most 9 + 1 + 1 + 9 = 20: (20 - 2) / 20, which is (1 + rho) / 2 with rho = .8.
    ['two neighbours exchanged', { a: 2, b: 1, c: 3, d: 4 }, 0.9],
    ['the best put last', { a: 4, b: 1, c: 2, d: 3 }, (20 - 12) / 20],
    ['the reverse', { a: 4, b: 3, c: 2, d: 1 }, 0],
  ])('%s', (_, own, credit) => {
    expect(value(rankCredit(panel, own))).toBeCloseTo(credit, 12)
  })

  test('options that the panel ties cost nothing in either order', () => {
    const tied = { a: 1, b: 2, c: 2, d: 4 }
    expect(rankCredit(tied, { a: 1, b: 2, c: 3, d: 4 })).toEqual({ value: 1 })
    expect(rankCredit(tied, { a: 1, b: 3, c: 2, d: 4 })).toEqual({ value: 1 })
    expect(rankCredit(tied, { a: 4, b: 2, c: 3, d: 1 })).toEqual({ value: 0 })
  })

  test('a panel that ties everything gives a reason', () => {
    expect(rankCredit({ a: 1, b: 1, c: 1 }, { a: 1, b: 2, c: 3 })).toEqual({
      reason: expect.stringContaining('same place'),
    })
  })
})

describe('the credit for a choice', () => {
  const credits = { a: 0.34, b: 0.33, c: 0.33, d: 0.05, e: 0 }

  test('is what the chosen earn of the most that as many can earn', () => {
    expect(value(choiceCredit(credits, ['a', 'b', 'c']))).toBeCloseTo(1, 12)
    expect(value(choiceCredit(credits, ['a', 'd', 'e']))).toBeCloseTo(0.39, 12)
    expect(choiceCredit(credits, ['e'])).toEqual({ value: 0 })
  })

  test('has a reason where nothing earns anything', () => {
    expect(choiceCredit({ a: 0, b: 0 }, ['a'])).toEqual({ reason: 'No option of this item earns anything.' })
  })
})

test('the score is the mean of the items that have a key', () => {
  const keys = {
    one: { mode: 'rank', places: { a: 1, b: 2 } },
    two: { mode: 'choose', credits: { a: 1, b: 0.5 } },
  } as const
  const score = scoreJudgement(keys, {
    one: { places: { a: 1, b: 2 } },
    two: { chosen: ['b'] },
    three: { chosen: ['a'] },
  })
  expect(score.mean).toEqual({ value: 0.75 })
  expect(score.items[2]?.credit).toEqual({ reason: expect.stringContaining('has not judged') })
})

describe('what is wrong', () => {
  const rank = { id: 'one', mode: 'rank', options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } as const
  const choose = { id: 'two', mode: 'choose', choose: 2, options: rank.options } as const

  test.each([
    [{}, 'Give each option a place.'],
    [{ a: 1, b: 2 }, 'One option has no place yet.'],
    [{ a: 1 }, '2 options have no place yet.'],
    [{ a: 1, b: 2, c: 2 }, 'Place 2 is given twice. Give each place to one option.'],
    [{ a: 3, b: 2, c: 1 }, null],
  ])('with the order %j', (places, fault) => expect(whyNoOrder(rank, places)).toBe(fault))

  test.each([
    [[], 'Choose 2 options.'],
    [['a'], 'Choose 2 options: you have chosen 1.'],
    [['a', 'b', 'c'], 'Choose 2 options: you have chosen 3.'],
    [['a', 'c'], null],
  ])('with the choice %j', (chosen, fault) => expect(whyNoChoice(choose, chosen)).toBe(fault))
})

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
/** The panel's places, with ties, and an order of the same options. */
const judged = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.record({
    panel: fc
      .array(fc.integer({ min: 1, max: count }), { minLength: count, maxLength: count })
      .filter((places) => new Set(places).size > 1),
    own: fc.shuffledSubarray(
      Array.from({ length: count }, (_, index) => index + 1),
      { minLength: count },
    ),
  }),
)
const byId = (places: readonly number[], ids: readonly string[] = IDS) =>
  Object.fromEntries(places.map((place, index) => [ids[index] ?? '', place]))

describe('for any order', () => {
  test('the panel’s earns 1 and its reverse 0, and every other lies between', () => {
    fc.assert(
      fc.property(judged, ({ panel, own }) => {
        // A strict order that agrees with the panel wherever the panel tells two options apart.
        const order = panel.map((_, index) => index).sort((a, b) => (panel[a] ?? 0) - (panel[b] ?? 0))
        const same = panel.map((_, index) => order.indexOf(index) + 1)
        const credit = (places: readonly number[]) => value(rankCredit(byId(panel), byId(places)))
        expect(credit(same)).toBeCloseTo(1, 12)
        expect(credit(same.map((place) => panel.length + 1 - place))).toBeCloseTo(0, 12)
        expect(credit(own)).toBeGreaterThanOrEqual(-1e-12)
        expect(credit(own)).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('renaming the options changes nothing', () => {
    fc.assert(
      fc.property(judged, ({ panel, own }) => {
        const renamed = IDS.map((id) => `${id}-renamed`)
        expect(rankCredit(byId(panel, renamed), byId(own, renamed))).toEqual(rankCredit(byId(panel), byId(own)))
      }),
    )
  })
})

test('the best choice earns 1, whatever the options are called', () => {
  const credits = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 8 })
  fc.assert(
    fc.property(credits, fc.integer({ min: 1, max: 3 }), (earned, count) => {
      fc.pre(Math.max(...earned) > 0)
      const byCredit = earned.map((credit, index) => [`option-${index}`, credit] as const).sort((a, b) => b[1] - a[1])
      const best = byCredit.slice(0, count).map(([id]) => id)
      expect(value(choiceCredit(Object.fromEntries(byCredit), best))).toBeCloseTo(1, 12)
    }),
  )
})
