import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRight, type JudgedQuestion, readChoice, shownOptions, shuffle } from '#app/domain/retrieval.ts'

const option = (id: string, correct?: boolean) => ({ id, text: id, feedback: id, correct })
const single: JudgedQuestion = {
  id: 's',
  kind: 'single',
  options: [option('a', true), option('b', false), option('c', false)],
}
const multiple: JudgedQuestion = {
  id: 'm',
  kind: 'multiple',
  options: [option('a', true), option('b', false), option('c', true), option('d', false)],
}
const order: JudgedQuestion = { id: 'o', kind: 'order', options: ['a', 'b', 'c'].map((id) => option(id)) }

describe('an answer', () => {
  it.each<[JudgedQuestion, string[], boolean]>([
    [single, ['a'], true],
    [single, ['b'], false],
    [multiple, ['a', 'c'], true],
    [multiple, ['c', 'a'], true],
    [multiple, ['a'], false],
    [multiple, ['a', 'b', 'c'], false],
    [order, ['a', 'b', 'c'], true],
    [order, ['b', 'a', 'c'], false],
  ])('to %o of %o is judged %o', (question, chosen, expected) => {
    expect(isRight(question, chosen)).toBe(expected)
  })

  it.each<[string, JudgedQuestion, string[], string]>([
    ['nothing chosen', single, [], 'Choose one answer.'],
    ['two answers where one is asked', single, ['a', 'b'], 'Choose one answer.'],
    ['an option that the question does not have', single, ['z'], 'Choose one answer.'],
    ['none of several', multiple, [], 'Choose at least one answer.'],
    ['a step left out', order, ['a', 'b'], 'Give every step its own number, from first to last.'],
    ['a step twice', order, ['a', 'a', 'b'], 'Give every step its own number, from first to last.'],
    ['a step too many', order, ['a', 'b', 'c', 'a'], 'Give every step its own number, from first to last.'],
  ])('is none with %s', (_, question, ids, fault) => {
    expect(readChoice(question, ids)).toEqual({ fault })
  })

  it('counts an option that was sent twice once', () => {
    expect(readChoice(multiple, ['a', 'a', 'c'])).toEqual({ chosen: ['a', 'c'] })
  })
})

describe('the options of a question', () => {
  it('stand as they were written unless they are to be put in order', () => {
    expect(shownOptions(single, 'any seed')).toEqual(single.options)
  })

  it('are shuffled the same way each time for one person, and never into the right order', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shown = shownOptions(order, seed)
        expect(shownOptions(order, seed)).toEqual(shown)
        expect(shown.map(({ id }) => id)).not.toEqual(['a', 'b', 'c'])
        expect(new Set(shown)).toEqual(new Set(order.options))
      }),
    )
  })

  it('come up in every wrong order for somebody', () => {
    const orders = new Set(
      Array.from({ length: 200 }, (_, index) =>
        shownOptions(order, `person ${index}`)
          .map(({ id }) => id)
          .join(''),
      ),
    )
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
