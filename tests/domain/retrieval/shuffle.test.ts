import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shuffle, shuffleSteps } from '#app/domain/retrieval/shuffle.ts'

const steps = ['a', 'b', 'c']

describe('steps to be put in order', () => {
  it('are shuffled the same way each time for one person, and never into the right order', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shown = shuffleSteps(steps, seed)
        expect(shuffleSteps(steps, seed)).toEqual(shown)
        expect(shown).not.toEqual(steps)
        expect(new Set(shown)).toEqual(new Set(steps))
      }),
    )
  })

  it('come up in every wrong order for somebody', () => {
    const orders = new Set(Array.from({ length: 200 }, (_, index) => shuffleSteps(steps, `person ${index}`).join('')))
    expect([...orders].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba'])
  })
})

it('shuffling loses and doubles nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      expect(shuffle(items, seed).toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
    }),
  )
})
