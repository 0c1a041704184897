import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchPieces } from '#app/domain/pathway/match-pieces.ts'
import { type Choice, chooseTreatments, type Pool } from '#app/domain/pathway/treatments/choose-treatments.ts'
import { divideShares } from '#app/domain/pathway/treatments/divide-shares.ts'
import { dividedShortfall, type Share } from '#app/domain/pathway/treatments/shared-supply.ts'

/** Every way of dividing whole amounts between those that could have them, tried one by one. @returns the least that is missing. */
function leastMissing(shares: readonly Share[], chosen: readonly number[], need: number): number {
  const units = shares.flatMap(({ members, amount }) => {
    const able = members.filter((member) => chosen.includes(member))
    return able.length > 0 ? Array.from({ length: amount }, () => able) : []
  })
  const have = new Map(chosen.map((treatment) => [treatment, 0]))
  const missing = () => chosen.reduce((sum, treatment) => sum + Math.max(0, need - (have.get(treatment) ?? 0)), 0)
  const tryFrom = (index: number): number => {
    const able = units[index]
    if (!able) return missing()
    return Math.min(
      ...able.map((treatment) => {
        have.set(treatment, (have.get(treatment) ?? 0) + 1)
        const least = tryFrom(index + 1)
        have.set(treatment, (have.get(treatment) ?? 0) - 1)
        return least
      }),
    )
  }
  return tryFrom(0)
}

const sharesOf = (candidates: number, most: number): fc.Arbitrary<Share[]> =>
  fc.array(
    fc.record({
      members: fc.subarray(
        Array.from({ length: candidates }, (_, index) => index),
        { minLength: 1, maxLength: 3 },
      ),
      amount: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: most },
  )

describe('supervision that several treatments share', () => {
  it('falls short by exactly what the best division falls short by', () => {
    fc.assert(
      fc.property(sharesOf(4, 4), fc.subarray([0, 1, 2, 3]), fc.integer({ min: 0, max: 4 }), (shares, chosen, need) => {
        expect(dividedShortfall(shares, chosen, need)).toBe(leastMissing(shares, chosen, need))
      }),
      { numRuns: 500 },
    )
  })

  it('is divided so that no more is missing than has to be, and nothing is given twice or lost', () => {
    fc.assert(
      fc.property(sharesOf(4, 8), fc.integer({ min: 0, max: 4 }), (shares, need) => {
        const given = divideShares(shares, 4, need)
        shares.forEach(({ members, amount }, share) => {
          expect(given[share]?.reduce((sum, part) => sum + part, 0)).toBe(amount)
          given[share]?.forEach((part, treatment) => {
            expect(part).toBeGreaterThanOrEqual(0)
            if (!members.includes(treatment)) expect(part).toBe(0)
          })
        })
        const missing = [0, 1, 2, 3].reduce((sum, treatment) => {
          const have = given.reduce((all, row) => all + (row[treatment] ?? 0), 0)
          return sum + Math.max(0, need - have)
        }, 0)
        expect(missing).toBe(dividedShortfall(shares, [0, 1, 2, 3], need))
      }),
      { numRuns: 500 },
    )
  })
})

/** Every way of filling the slots, tried one by one. */
function bestByTrial(choice: Choice): number | undefined {
  const places = choice.slots.flatMap((slot) => Array.from({ length: slot.count }, () => slot))
  const poolHours = (pool: Pool, chosen: number[]) => pool.hoursEach * leastMissing(pool.shares, chosen, pool.need)
  const hoursOf = (treatments: readonly (number | undefined)[]): number => {
    const begun = treatments.filter((treatment) => treatment !== undefined)
    const fresh = treatments.length - begun.length
    const whole = choice.divided.reduce((sum, { need, hoursEach }) => sum + need * hoursEach, choice.newHours)
    const together = choice.together.reduce((sum, { need, hoursEach, shares }) => {
      const touching = shares.filter(({ members }) => members.some((member) => begun.includes(member)))
      return sum + hoursEach * Math.max(0, need - touching.reduce((all, { amount }) => all + amount, 0))
    }, 0)
    return (
      begun.reduce((sum, candidate) => sum + (choice.ownHours[candidate] ?? 0), fresh * whole) +
      choice.divided.reduce((sum, pool) => sum + poolHours(pool, begun), together)
    )
  }
  const isServed = (treatments: readonly (number | undefined)[]) =>
    choice.among.length === 0 ||
    choice.among.some(({ atLeast, servedBy }, alternative) => {
      const serving = treatments.filter((treatment, place) =>
        treatment === undefined ? places[place]?.newServes[alternative] : servedBy[treatment],
      )
      return serving.length >= atLeast
    })
  const tryFrom = (treatments: readonly (number | undefined)[]): number[] => {
    const place = places[treatments.length]
    if (!place) return isServed(treatments) ? [hoursOf(treatments)] : []
    const able = place.candidates.filter((candidate) => !treatments.includes(candidate))
    return [undefined, ...able].flatMap((candidate) => tryFrom([...treatments, candidate]))
  }
  const all = tryFrom([])
  return all.length === 0 ? undefined : Math.min(...all)
}

const CANDIDATES = 5
const all = Array.from({ length: CANDIDATES }, (_, index) => index)
const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length })

/** Individuals and groups, or kinds that overlap. Where a candidate serves an alternative, a new treatment of its slot could too. */
const someChoice: fc.Arbitrary<Choice> = fc
  .record({
    counts: fc.constantFrom([1], [2], [3], [2, 1], [1, 2]),
    candidates: fc.array(fc.subarray(all), { minLength: 2, maxLength: 2 }),
    ownHours: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: CANDIDATES, maxLength: CANDIDATES }),
    divided: fc.array(
      fc.record({
        need: fc.integer({ min: 1, max: 3 }),
        hoursEach: fc.constantFrom(1, 2),
        shares: sharesOf(CANDIDATES, 3),
      }),
      {
        maxLength: 1,
      },
    ),
    together: fc.array(
      fc.record({ need: fc.integer({ min: 1, max: 6 }), hoursEach: fc.constant(1), shares: sharesOf(CANDIDATES, 4) }),
      {
        maxLength: 1,
      },
    ),
    among: fc.array(fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), servedBy: flags(CANDIDATES) }), {
      maxLength: 2,
    }),
    newHours: fc.integer({ min: 6, max: 9 }),
  })
  .map(({ counts, candidates, ...rest }) => ({
    ...rest,
    slots: counts.map((count, slot) => ({
      count,
      candidates: candidates[slot] ?? [],
      // A new treatment of the first slot could be anything; of the second, what its candidates are.
      newServes: rest.among.map(
        ({ servedBy }) => slot === 0 || (candidates[slot] ?? []).some((candidate) => servedBy[candidate]),
      ),
    })),
  }))

describe('choosing the treatments of a route', () => {
  it('leaves as little to do as the best of all choices', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(someChoice, (choice) => {
        expect(chooseTreatments(choice)?.hours).toBe(bestByTrial(choice))
      }),
      { numRuns: 1_500 },
    )
  })

  it('chooses each treatment once, and only for a slot that it fits', () => {
    fc.assert(
      fc.property(someChoice, (choice) => {
        const { treatments = [] } = chooseTreatments(choice) ?? {}
        const begun = treatments.filter((treatment) => treatment !== undefined)
        expect(new Set(begun).size).toBe(begun.length)
        const places = choice.slots.flatMap((slot) => Array.from({ length: slot.count }, () => slot))
        treatments.forEach((treatment, place) => {
          if (treatment !== undefined) expect(places[place]?.candidates).toContain(treatment)
        })
      }),
    )
  })
})

describe('pieces that could serve several needs', () => {
  /** The most that can be served, by trying everything. */
  function mostServed(options: readonly (readonly number[])[], needs: readonly number[], from = 0): number {
    const able = options[from]
    if (!able) return 0
    const without = mostServed(options, needs, from + 1)
    const served = able
      .filter((need) => (needs[need] ?? 0) > 0)
      .map((need) => {
        const left = needs.map((count, index) => (index === need ? count - 1 : count))
        return 1 + mostServed(options, left, from + 1)
      })
    return Math.max(without, ...served)
  }

  it('serve as many as they can', () => {
    const options = fc.array(fc.subarray([0, 1, 2]), { maxLength: 6 })
    const needs = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(options, needs, (given, asked) => {
        const taken = matchPieces(given, asked)
        taken.forEach((need, piece) => {
          if (need !== undefined) expect(given[piece]).toContain(need)
        })
        const served = asked.map((count, need) => Math.min(count, taken.filter((own) => own === need).length))
        expect(served.reduce((sum, count) => sum + count, 0)).toBe(mostServed(given, asked))
      }),
      { numRuns: 500 },
    )
  })
})
