import { describe, expect, it } from 'vitest'
import { fillsGap, isSame, numberIn } from '#app/domain/retrieval/gap.ts'

describe('a gap for words', () => {
  it.each([
    'empathic validation',
    'Empathic Validation',
    ' empathic  validation.',
    'empathic-validation',
    '“Empathic validation”',
    'empáthic validátion',
  ])('takes “%s”', (typed) => expect(fillsGap({ words: ['empathic validation'] }, typed)).toBe(true))

  it.each(['empathic', 'validation, empathic', 'empathicvalidation', ''])('does not take “%s”', (typed) =>
    expect(fillsGap({ words: ['empathic validation'] }, typed)).toBe(false),
  )

  it('takes another spelling only where the question names it', () => {
    expect(fillsGap({ words: ['mentalizing'] }, 'mentalising')).toBe(false)
    expect(fillsGap({ words: ['mentalizing', 'mentalising'] }, 'mentalising')).toBe(true)
  })
})

describe('a gap for a number', () => {
  it.each<[string, number | null]>([
    ['38', 38],
    [' n = 38 ', 38],
    ['23 %', 23],
    ['23 per cent', 23],
    ['0.62', 0.62],
    ['0,62', 0.62],
    ['.62', 0.62],
    ['0.930', 0.93],
    ['4,507', 4507],
    ['4.507', 4507],
    ['4 507', 4507],
    ['1,234,567', 1_234_567],
    ['−2', -2],
    ['thirty-eight', null],
    ['38 or 40', null],
    ['1.2.3', null],
    ['', null],
  ])('reads “%s” as %o', (typed, number) => expect(numberIn(typed)).toBe(number))

  it('takes what lies within its tolerance, and without one only the number itself', () => {
    expect(
      [0.59, 0.6, 0.62, 0.64, 0.65].map((typed) => fillsGap({ number: 0.62, within: 0.02 }, String(typed))),
    ).toEqual([false, true, true, true, false])
    expect(fillsGap({ number: 38 }, '39')).toBe(false)
  })
})

it('an expected mistake is known by its words or its number', () => {
  expect(isSame('Pretend mode', 'pretend-mode')).toBe(true)
  expect(isSame('4507', '4,507')).toBe(true)
  expect(isSame('pretend', 'pretence')).toBe(false)
})
