import { describe, expect, test } from 'vitest'
import { type Annotation, type AskedCoding, passageBetween, tidyAnnotations } from '#app/domain/keyed/annotation.ts'

const texts = ['You were late. You do not care!', 'I was late. What was it like?', 'Like last time.']
const asked: AskedCoding = {
  kind: 'annotate',
  transcript: texts.map((says) => ({ says })),
  codes: [{ id: 'equivalence' }, { id: 'pretend' }],
}

const passage = (turn: number, from: number, to: number, code = 'equivalence'): Annotation => ({ turn, from, to, code })
const tidy = (...given: Annotation[]) => tidyAnnotations(given, asked)

describe('a selection', () => {
  test('within one turn is a passage without the space around it', () => {
    expect(passageBetween({ turn: 1, at: 14 }, { turn: 1, at: 31 }, texts)).toEqual({ turn: 1, from: 15, to: 31 })
  })

  test('over the boundary between two turns is refused with a sentence', () => {
    expect(passageBetween({ turn: 1, at: 15 }, { turn: 2, at: 5 }, texts)).toEqual({
      fault: expect.stringContaining('over the end of a turn'),
    })
    expect(passageBetween({ turn: 1, at: 0 }, { turn: 3, at: 0 }, texts)).toHaveProperty('fault')
  })

  test('that only touches the beginning of the next turn ends with its own', () => {
    expect(passageBetween({ turn: 1, at: 0 }, { turn: 2, at: 0 }, texts)).toEqual({ turn: 1, from: 0, to: 31 })
  })

  test('of nothing but space is none', () => {
    expect(passageBetween({ turn: 1, at: 14 }, { turn: 1, at: 15 }, texts)).toEqual({
      fault: 'Choose at least one word.',
    })
  })
})

describe('annotations as they are kept', () => {
  test('stand in the order of the text', () => {
    const [late, early] = [passage(2, 0, 11), passage(1, 0, 14)]
    expect(tidy(late, early)).toEqual({ annotations: [early, late] })
  })

  test('of one code that overlap become one', () => {
    expect(tidy(passage(1, 0, 10), passage(1, 5, 14), passage(1, 8, 31))).toEqual({ annotations: [passage(1, 0, 31)] })
  })

  test('of one code that stand side by side, of two codes, or in two turns stay two', () => {
    const two = [passage(1, 0, 14), passage(1, 15, 31)]
    expect(tidy(...two)).toEqual({ annotations: two })
    expect(tidy(passage(1, 0, 14), passage(1, 0, 14, 'pretend'))).toHaveProperty('annotations.length', 2)
    expect(tidy(passage(1, 0, 14), passage(2, 0, 11))).toHaveProperty('annotations.length', 2)
  })

  test('given twice are kept once', () => {
    expect(tidy(passage(1, 0, 14), passage(1, 0, 14))).toEqual({ annotations: [passage(1, 0, 14)] })
  })

  test.each([
    ['over the end of its turn', passage(1, 20, 40)],
    ['before its beginning', passage(1, -1, 5)],
    ['in a turn that there is not', passage(4, 0, 5)],
    ['in the turn before the first', passage(0, 0, 5)],
    ['of half a character', passage(1, 0.5, 5)],
    ['that ends before it begins', passage(1, 9, 5)],
    ['of no word', passage(1, 14, 15)],
  ])('are refused with a sentence when one lies %s', (_, outside) => {
    expect(tidy(passage(1, 0, 14), outside)).toEqual({ fault: expect.stringContaining('outside of its turn') })
  })

  test('are refused with a sentence when there are more than anybody makes by hand', () => {
    const many = (count: number) => tidy(...Array.from({ length: count }, () => passage(1, 0, 14)))
    expect(many(2_001)).toEqual({ fault: expect.stringContaining('at most 2,000') })
    expect(many(2_000)).toHaveProperty('annotations.length', 1)
  })

  test('are refused with a sentence when one has no code of this vignette', () => {
    expect(tidy(passage(1, 0, 14, 'insight'))).toEqual({ fault: expect.stringContaining('code that is not offered') })
  })
})
