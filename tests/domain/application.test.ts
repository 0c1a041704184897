import { describe, expect, test } from 'vitest'
import { outcomeOf, type Said, toldToApplicant, whyNoDecision } from '#app/domain/application.ts'

const applied: Said = { kind: 'applied', byId: 'noor', isFavourable: null }
const answered: Said = { kind: 'answered', byId: 'noor', isFavourable: null }
const upheld: Said = { kind: 'appeal_decided', byId: 'dana', isFavourable: true }
const word = (byId: string, isFavourable: boolean): Said => ({ kind: 'recommended', byId, isFavourable })

describe('an application', () => {
  test('is decided by the word of one person where the pathway asks for one', () => {
    expect(outcomeOf([applied], 1)).toMatchObject({ state: 'open' })
    expect(outcomeOf([applied, word('grace', true)], 1)).toEqual({ state: 'decided', isFavourable: true })
    expect(outcomeOf([applied, word('grace', false)], 1)).toEqual({ state: 'decided', isFavourable: false })
  })

  test('is decided by two only when they agree', () => {
    expect(outcomeOf([applied, word('grace', true)], 2)).toMatchObject({ state: 'open' })
    expect(outcomeOf([applied, word('grace', true), word('gil', false)], 2)).toMatchObject({ state: 'open' })
    expect(outcomeOf([applied, word('grace', true), word('gil', true)], 2)).toEqual({
      state: 'decided',
      isFavourable: true,
    })
  })

  test('is not decided by one person who says the same twice', () => {
    expect(outcomeOf([applied, word('grace', true), word('grace', true)], 2)).toMatchObject({ state: 'open' })
  })

  test('counts the last word of each, and a third person can settle it', () => {
    expect(outcomeOf([applied, word('grace', true), word('gil', false), word('grace', false)], 2)).toEqual({
      state: 'decided',
      isFavourable: false,
    })
    expect(outcomeOf([applied, word('grace', true), word('gil', false), word('imre', true)], 2)).toEqual({
      state: 'decided',
      isFavourable: true,
    })
  })

  test('is decided anew about evidence that was handed in anew, and after an appeal was upheld', () => {
    expect(outcomeOf([applied, word('grace', true), answered, word('gil', true)], 2)).toMatchObject({ state: 'open' })
    expect(outcomeOf([applied, word('grace', false), word('gil', false), upheld], 2)).toMatchObject({ state: 'open' })
  })

  test('waits for the applicant, for its fee, and for the assessor that it was referred to', () => {
    const free = { state: 'submitted', hasAssessor: false, isAssessed: false, isFeeOpen: false } as const
    expect(whyNoDecision(free)).toBeNull()
    expect(whyNoDecision({ ...free, state: 'more_asked' })).toContain('asked for more')
    expect(whyNoDecision({ ...free, hasAssessor: true })).toContain('assessor')
    expect(whyNoDecision({ ...free, hasAssessor: true, isAssessed: true })).toBeNull()
    expect(whyNoDecision({ ...free, isFeeOpen: true })).toContain('fee')
    expect(whyNoDecision({ ...free, state: 'refused' })).toContain('refused already')
  })
})

describe('an applicant', () => {
  const asked: Said = { kind: 'more_asked', byId: 'grace', isFavourable: null }
  const opinion: Said = { kind: 'opinion', byId: 'imre', isFavourable: true }
  const approved: Said = { kind: 'approved', byId: 'gil', isFavourable: true }

  test('is told nothing of an opinion, nor of what one person of two has decided before it is decided', () => {
    expect(toldToApplicant([applied, opinion, word('grace', true)])).toEqual([applied])
    expect(toldToApplicant([applied, word('grace', true), asked, answered])).toEqual([applied, asked, answered])
  })

  test('is told the words of both who agreed once it is decided, and each once', () => {
    const [first, second] = [word('grace', true), word('gil', true)]
    expect(toldToApplicant([applied, first, opinion, second, approved])).toEqual([applied, first, approved])
  })

  test('is not told who differed', () => {
    const events = [applied, word('dana', false), word('grace', true), word('gil', true), approved]
    expect(toldToApplicant(events)).toEqual([applied, word('grace', true), approved])
  })
})
