import { describe, expect, test } from 'vitest'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import { bySentence, passagesIn } from '#app/domain/keyed/coding-fields.ts'
import { keyedAnswersIn, readKeyedFields } from '#app/domain/keyed/read-answers.ts'

const coding = {
  kind: 'annotate',
  transcript: [{ says: 'You were late. You do not care!' }, { says: 'Was I?' }],
  codes: [{ id: 'equivalence' }, { id: 'good-mentalizing' }],
} as const
const late = { turn: 1, from: 0, to: 14, code: 'equivalence' }
const care = { turn: 1, from: 15, to: 31, code: 'good-mentalizing' }
const words = { turn: 1, from: 4, to: 13, code: 'good-mentalizing' }

const bySelects = { [keyedField.way]: 'sentences' }
const byPassages = { [keyedField.way]: 'passages' }

describe('a coding', () => {
  test('is read from a choice for each sentence, with the passages that are kept', () => {
    const fields = { ...bySelects, 'code-1-1': '', 'code-1-2': 'good-mentalizing', [keyedField.passage(words)]: '1' }
    expect(readKeyedFields(coding, fields)).toEqual({
      answers: { kind: 'annotate', passages: [words, care] },
      errors: {},
    })
  })

  test('is read from passages alone when a page with scripts sent it', () => {
    const fields = { ...byPassages, 'code-1-1': 'equivalence', [keyedField.passage(care)]: '' }
    expect(readKeyedFields(coding, fields).answers).toEqual({ kind: 'annotate', passages: [care] })
  })

  test('of a page that was not ready is not read as an empty one', () => {
    expect(readKeyedFields(coding, {})).toEqual({
      answers: null,
      errors: { coding: expect.stringContaining('before it was ready') },
    })
  })

  test('that is empty, or lies outside of the text, has a sentence beside it', () => {
    expect(readKeyedFields(coding, byPassages).errors).toEqual({ coding: 'Code at least one passage.' })
    const outside = { ...byPassages, [keyedField.passage({ ...late, to: 99 })]: '' }
    expect(readKeyedFields(coding, outside)).toMatchObject({ answers: null, errors: { coding: expect.any(String) } })
  })

  test('comes back as it was through a form with a choice for each sentence', () => {
    const texts = coding.transcript.map(({ says }) => says)
    const both = { turn: 1, from: 0, to: 31, code: 'equivalence' }
    const { codes, others } = bySentence([both, words, care], texts)
    expect(Object.fromEntries(codes)).toEqual({ 'code-1-1': 'equivalence', 'code-1-2': 'equivalence' })
    expect(others).toEqual([words, care])
    const fields = {
      ...bySelects,
      ...Object.fromEntries(codes),
      ...Object.fromEntries(others.map((one) => [keyedField.passage(one), '1'])),
    }
    expect(passagesIn(coding, fields)).toEqual([late, { ...care, code: 'equivalence' }, words, care])
  })
})

test('concordance answers are read, and each that is missing has a sentence', () => {
  const asked = { kind: 'script-concordance', items: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] } as const
  expect(readKeyedFields(asked, { 'item-one': '-2', 'item-two': '3', 'item-three': '' })).toEqual({
    answers: { kind: 'script-concordance', shifts: { one: -2 } },
    errors: { 'item-two': 'Choose one of the five answers.', 'item-three': 'Choose one of the five answers.' },
  })
})

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const judgement = {
  kind: 'situational-judgement',
  items: [
    { id: 'rank', mode: 'rank', options },
    { id: 'pick', mode: 'choose', choose: 2, options },
  ],
} as const

test('orders and choices are read; doubles, and too many, have a sentence beside their item', () => {
  const fields = {
    [keyedField.place('rank', 'a')]: '1',
    [keyedField.place('rank', 'b')]: '1',
    [keyedField.place('rank', 'c')]: '4',
    [keyedField.choice('pick', 'c')]: 'on',
  }
  expect(readKeyedFields(judgement, fields)).toEqual({
    answers: { kind: 'situational-judgement', items: { rank: { places: { a: 1, b: 1 } }, pick: { chosen: ['c'] } } },
    errors: { 'item-rank': 'One option has no place yet.', 'item-pick': 'Choose 2 options: you have chosen 1.' },
  })
})

describe('a draft, which a browser wrote,', () => {
  test('keeps what is of this vignette', () => {
    const body = {
      kind: 'situational-judgement',
      items: { rank: { places: { a: 1, z: 2, b: 9 } }, pick: { chosen: ['a', 'z'] } },
    }
    expect(keyedAnswersIn(judgement, body)).toEqual({
      ...body,
      items: { rank: { places: { a: 1 } }, pick: { chosen: ['a'] } },
    })
    expect(keyedAnswersIn(coding, { passages: [late, { turn: 'one' }, null] })).toEqual({
      kind: 'annotate',
      passages: [late],
    })
  })

  test.each([null, 'text', 7, [], { passages: 'none', items: [], shifts: 3 }])('%j is blank', (body) => {
    expect(keyedAnswersIn(coding, body)).toEqual({ kind: 'annotate', passages: [] })
    expect(keyedAnswersIn(judgement, body)).toEqual({ kind: 'situational-judgement', items: {} })
  })
})
