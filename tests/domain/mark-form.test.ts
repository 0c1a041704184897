import { describe, expect, test } from 'vitest'
import { checkMark, foretellDecision, type MarkFields } from '#app/domain/mark-form.ts'
import type { MarkedRubric } from '#app/domain/rubric.ts'

const rubric: MarkedRubric = {
  criteria: [
    { id: 'validate', title: 'Validate' },
    { id: 'own', title: 'Own' },
  ],
  criticalErrors: [{ id: 'blame', title: 'Blame' }],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
}

const filled: MarkFields = {
  'level.validate': '5',
  'comment.validate': 'The second reply stays with her anger.\r\nGood.',
  'level.own': 'not-rateable',
  'comment.own': 'The third answer is about another patient.',
  global: '4',
  overall: 'Own your part before you explain.',
  'words.blame': '',
}

const faultsOf = (changed: MarkFields) => {
  const checked = checkMark(rubric, { ...filled, ...changed })
  return 'faults' in checked ? checked.faults : {}
}

describe('a mark that is filled in', () => {
  test('is read with its levels, its comments and no critical error', () => {
    expect(checkMark(rubric, filled)).toEqual({
      mark: {
        ratings: {
          validate: { level: 5, comment: 'The second reply stays with her anger.\nGood.' },
          own: { level: null, comment: 'The third answer is about another patient.' },
        },
        globalLevel: 4,
        comment: 'Own your part before you explain.',
        criticalErrors: {},
      },
    })
  })

  test('holds a critical error with the marker’s words', () => {
    const checked = checkMark(rubric, { ...filled, 'error.blame': 'on', 'words.blame': ' “You misread me.” ' })
    expect(checked).toMatchObject({ mark: { criticalErrors: { blame: '“You misread me.”' } } })
  })

  test('forgets words beside a critical error that is no longer ticked', () => {
    expect(checkMark(rubric, { ...filled, 'words.blame': 'I was not sure.' })).toMatchObject({
      mark: { criticalErrors: {} },
    })
  })

  test('needs no comment on a criterion at the pass standard', () => {
    expect(faultsOf({ 'level.validate': '4', 'comment.validate': '' })).toEqual({})
  })

  test('loses characters that could not be stored', () => {
    expect(checkMark(rubric, { ...filled, overall: 'a\0b\ud800' })).toMatchObject({ mark: { comment: 'ab\ufffd' } })
  })
})

describe('a mark is refused, with the fault beside its field,', () => {
  test.each(['0', '8', '-1', '3.5', '4 ', '１', 'NaN', 'Infinity', ''])('when a level is %j', (level) => {
    expect(faultsOf({ 'level.validate': level })).toEqual({
      'level.validate': 'Validate: choose a level from 1 to 7, or “not rateable”.',
    })
  })

  test.each(['0', '8', 'not-rateable', ''])('when the global rating is %j', (global) => {
    expect(faultsOf({ global })).toEqual({ global: 'Global rating: choose a level from 1 to 7.' })
  })

  test('when a criterion below the pass standard has no comment', () => {
    expect(faultsOf({ 'level.validate': '3', 'comment.validate': ' \n' })).toEqual({
      'comment.validate': 'Validate: say what was missing, since the level is below 4.',
    })
  })

  test('when a criterion that could not be rated has no comment', () => {
    expect(faultsOf({ 'comment.own': '' })).toEqual({ 'comment.own': 'Own: say why it could not be rated.' })
  })

  test('when there is nothing on the answer as a whole', () => {
    expect(Object.keys(faultsOf({ overall: '' }))).toEqual(['overall'])
  })

  test('when a critical error comes without words', () => {
    expect(faultsOf({ 'error.blame': 'on' })).toEqual({ 'words.blame': 'Blame: say in a sentence where you saw it.' })
  })

  test.each([
    ['comment.validate', 2_000],
    ['overall', 5_000],
  ])('when %s is longer than %i characters', (field, limit) => {
    expect(faultsOf({ [field]: 'x'.repeat(limit) })).toEqual({})
    expect(faultsOf({ [field]: 'x'.repeat(limit + 1) })[field]).toContain('this is 1 over the limit')
  })

  test.each(['level.charm', 'comment.charm', 'error.charm', 'words.charm', 'level.__proto__', 'constructor'])(
    'when the rubric has no %s',
    (field) => {
      expect(Object.keys(faultsOf({ [field]: '7' }))).toEqual([field])
    },
  )

  test('with every fault at once when nothing was filled in', () => {
    const checked = checkMark(rubric, {})
    expect(Object.keys('faults' in checked ? checked.faults : {})).toEqual([
      'level.validate',
      'level.own',
      'global',
      'overall',
    ])
  })
})

describe('a decision is foretold', () => {
  test('only once every level is chosen, whatever the comments', () => {
    expect(foretellDecision(rubric, { 'level.own': '4' })).toEqual({ missing: ['Validate', 'Global rating'] })
    expect(foretellDecision(rubric, { 'level.own': '4', 'level.validate': '4', global: '4' })).toMatchObject({
      hasPassed: true,
    })
  })

  test('with a critical error counted as soon as it is ticked', () => {
    expect(foretellDecision(rubric, { ...filled, 'error.blame': 'on' })).toMatchObject({ hasPassed: false })
  })
})
