import { describe, expect, it } from 'vitest'
import type { Shift } from '#app/domain/keyed/concordance.ts'
import { isRight } from '#app/domain/retrieval/is-right.ts'
import { isJudged, type JudgedQuestion } from '#app/domain/retrieval/question.ts'
import { readAnswer } from '#app/domain/retrieval/read-answer.ts'

const option = (id: string, correct = false) => ({ id, text: id, correct })
const single: JudgedQuestion = { id: 's', kind: 'single', options: [option('a', true), option('b'), option('c')] }
const multiple: JudgedQuestion = {
  id: 'm',
  kind: 'multiple',
  options: [option('a', true), option('b'), option('c', true), option('d')],
}
const order: JudgedQuestion = { id: 'o', kind: 'order', options: ['a', 'b', 'c'].map((id) => option(id)) }
const match: JudgedQuestion = {
  id: 'p',
  kind: 'match',
  lines: [
    { id: 'a', text: 'a', answer: 'x' },
    { id: 'b', text: 'b', answer: 'y' },
    { id: 'c', text: 'c', answer: 'x' },
  ],
  answers: ['x', 'y', 'z'].map((id) => option(id)),
}
const word: JudgedQuestion = { id: 'g', kind: 'gap', words: ['psychic equivalence', 'équivalence psychique'] }
const number: JudgedQuestion = { id: 'n', kind: 'gap', number: 38, within: 2 }
const mode: JudgedQuestion = { id: 'l', kind: 'mode', mode: 'pretend' }
const expects = (expected: Shift): JudgedQuestion => ({ id: 'c', kind: 'script-concordance', expected })
const counts = { '-2': 0, '-1': 1, '0': 2, '1': 5, '2': 4 }
const panel: JudgedQuestion = { id: 'q', kind: 'script-concordance', panel: { counts } }

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
    [match, ['a=x', 'b=y', 'c=x'], true],
    [match, ['a=x', 'b=z', 'c=x'], false],
    [word, ['Psychic Equivalence.'], true],
    [word, ['pretend mode'], false],
    [number, ['40'], true],
    [number, ['41'], false],
    [mode, ['pretend'], true],
    [mode, ['mentalizing'], false],
    [expects(1), ['1'], true],
    [expects(1), ['2'], true],
    [expects(1), ['0'], false],
    [expects(0), ['0'], true],
    [expects(-2), ['-1'], true],
    [expects(-2), ['2'], false],
    [panel, ['1'], true],
    [panel, ['2'], true],
    [panel, ['0'], false],
    [panel, ['-2'], false],
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
    ['a line without an answer', match, ['a=x', 'b=y'], 'Choose an answer for every line.'],
    ['an answer that is none of them', match, ['a=x', 'b=y', 'c=w'], 'Choose an answer for every line.'],
    ['a line that is none of them', match, ['a=x', 'b=y', 'c=x', 'd=x'], 'Choose an answer for every line.'],
    ['an empty gap', word, ['  '], 'Write what is missing.'],
    ['a page in a gap', word, ['x'.repeat(81)], 'Write no more than 80 characters.'],
    ['words where a number is asked', number, ['many'], 'Write a number, in figures.'],
    ['no mode', mode, [], 'Choose one of the four.'],
    ['a mode that is none of the four', mode, ['denial'], 'Choose one of the four.'],
    ['two modes', mode, ['pretend', 'mentalizing'], 'Choose one of the four.'],
    ['no shift', panel, [], 'Choose one of the five answers.'],
    ['a shift that is none of the five', panel, ['3'], 'Choose one of the five answers.'],
  ])('is none with %s', (_, question, given, fault) => {
    expect(readAnswer(question, given)).toEqual({ fault })
  })

  it('is kept tidy: an option counts once, lines stand in their own order, and typing has single spaces', () => {
    expect(readAnswer(multiple, ['a', 'a', 'c'])).toEqual({ chosen: ['a', 'c'] })
    expect(readAnswer(match, ['c=x', 'a=z', 'b=y'])).toEqual({ chosen: ['a=z', 'b=y', 'c=x'] })
    expect(readAnswer(word, ['  psychic   equivalence '])).toEqual({ chosen: ['psychic equivalence'] })
  })

  it('is neither right nor wrong to a concordance that no panel has judged', () => {
    expect([single, word, mode, panel].every(isJudged)).toBe(true)
    expect(isJudged(expects(1))).toBe(false)
  })
})
