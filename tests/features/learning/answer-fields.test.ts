import { describe, expect, it } from 'vitest'
import { givenAnswer } from '#app/features/learning/answer-fields.server.ts'

const nothing = { choice: [], step: [], place: [], line: [], answer: [] }
const ordered = (place: string[]) => givenAnswer({ ...nothing, step: ['b', 'c', 'a'], place })

describe('what a person chose', () => {
  it('is what they ticked', () => {
    expect(givenAnswer({ ...nothing, choice: ['a', 'c'] })).toEqual(['a', 'c'])
  })

  it('is each line beside its answer, without the lines that have none', () => {
    const typed = { ...nothing, line: ['a', 'b', 'c'], answer: ['x', '', 'y'] }
    expect(givenAnswer(typed)).toEqual(['a=x', 'c=y'])
  })

  it('is what they typed', () => {
    expect(givenAnswer({ ...nothing, text: 'pretend mode' })).toEqual(['pretend mode'])
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
