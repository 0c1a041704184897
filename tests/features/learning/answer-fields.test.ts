import { describe, expect, it } from 'vitest'
import { chosenIds } from '#app/features/learning/answer-fields.server.ts'

const ordered = (place: string[]) => chosenIds({ choice: [], step: ['b', 'c', 'a'], place })

describe('what a person chose', () => {
  it('is what they ticked', () => {
    expect(chosenIds({ choice: ['a', 'c'], step: [], place: [] })).toEqual(['a', 'c'])
  })

  it('is the steps in the order of their numbers', () => {
    expect(ordered(['2', '3', '1'])).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['a number is given twice', ['1', '1', '2']],
    ['a number is missing', ['1', '', '3']],
    ['a number is too high', ['1', '2', '4']],
    ['something else stands there', ['1', 'two', '3']],
  ])('is nothing when %s', (_, place) => {
    expect(ordered(place)).toEqual([])
  })
})
