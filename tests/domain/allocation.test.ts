import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayMark, type ScriptFacts, shareOut, shuffled } from '#app/domain/allocation.ts'

const free: ScriptFacts = { traineeId: 'noor', conflicts: [], otherMarkerIds: [] }

describe('a person may not mark', () => {
  test.each<[string, Partial<ScriptFacts>, string]>([
    ['their own work', { traineeId: 'lena' }, 'own-work'],
    ['somebody whom they supervise', { conflicts: [{ markerId: 'lena', kind: 'supervisee' }] }, 'supervisee'],
    [
      'somebody with whom they declared a conflict',
      { conflicts: [{ markerId: 'lena', kind: 'conflict' }] },
      'conflict',
    ],
    ['the same answer twice', { otherMarkerIds: ['lena'] }, 'same-attempt'],
  ])('%s', (_, facts, bar) => {
    expect(mayMark('lena', { ...free, ...facts })).toEqual({ may: false, bar })
    expect(mayMark('tomas', { ...free, ...facts })).toEqual({ may: true })
  })
})

test('a person may mark a benchmark, which nobody here wrote', () => {
  expect(mayMark('lena', { ...free, traineeId: null })).toEqual({ may: true })
})

const shares = (count: number, weights: Record<string, number>, seed = 'a') =>
  Object.fromEntries(
    shareOut(
      count,
      Object.entries(weights).map(([markerId, weight]) => ({ markerId, weight })),
      seed,
    ),
  )

describe('scripts are shared out', () => {
  test('equally where they can be', () => {
    expect(shares(12, { lena: 1, tomas: 1, mira: 1 })).toEqual({ lena: 4, tomas: 4, mira: 4 })
  })

  test('by weights, the rest to the largest remainders', () => {
    // Exact shares 4.17, 3.33, 2.5.
    expect(shares(10, { lena: 5, tomas: 4, mira: 3 })).toEqual({ lena: 4, tomas: 3, mira: 3 })
  })

  test('the same way for the same seed, and an equal remainder to each of them over many seeds', () => {
    const seeds = Array.from({ length: 60 }, (_, number) => `seed ${number}`)
    const winners = seeds.map((seed) => {
      const once = shares(1, { lena: 1, tomas: 1 }, seed)
      expect(shares(1, { lena: 1, tomas: 1 }, seed)).toEqual(once)
      return once.lena ? 'lena' : 'tomas'
    })
    expect(new Set(winners)).toEqual(new Set(['lena', 'tomas']))
  })

  test('to nobody without a weight', () => {
    expect(shares(3, { lena: 1, tomas: 0 })).toEqual({ lena: 3, tomas: 0 })
    expect(shares(3, { lena: 0, tomas: 0 })).toEqual({ lena: 0, tomas: 0 })
    expect(shares(3, {})).toEqual({})
  })

  test('in whole numbers that add up and lie within one of the exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(5_000), weights, fc.string(), (count, each, seed) => {
        const markers = each.map((weight, place) => ({ markerId: `m${place}`, weight }))
        const total = each.reduce((sum, weight) => sum + weight, 0)
        const out = shareOut(count, markers, seed)
        expect([...out.values()].reduce((sum, share) => sum + share, 0)).toBe(count)
        for (const { markerId, weight } of markers)
          expect(Math.abs((out.get(markerId) ?? 0) - (count * weight) / total)).toBeLessThan(1)
      }),
    )
  })
})

test('an order by chance holds everything once and is the same for the same seed', () => {
  const items = Array.from({ length: 50 }, (_, place) => place)
  expect(shuffled(items, 'a')).toEqual(shuffled(items, 'a'))
  expect(shuffled(items, 'a')).not.toEqual(shuffled(items, 'b'))
  expect(shuffled(items, 'a').sort((one, other) => one - other)).toEqual(items)
})
