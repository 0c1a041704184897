import { describe, expect, test } from 'vitest'
import { type BankComment, insertComment, searchBank } from '#app/domain/comment-bank.ts'

const comment = (id: string, text: string, criterionId = 'patience'): BankComment => ({
  ...{ id, text, criterionId },
  ...{ isOwn: true, isShared: false },
})

const bank = [
  comment('a', 'You wait for [the pause], and ask again.'),
  comment('b', 'The two accounts stand side by side.'),
  comment('c', 'You wait.', 'acceptance'),
]

const found = (words: string, criterionId = 'patience') => searchBank(bank, criterionId, words).map(({ id }) => id)

describe('searching the comment bank', () => {
  test('without words gives all that is about the criterion, in its order', () => {
    expect(found('')).toEqual(['a', 'b'])
    expect(found('  ')).toEqual(['a', 'b'])
  })

  test('finds by the beginnings of words, whatever their order and case', () => {
    expect(found('ASK wai')).toEqual(['a'])
    expect(found('pause')).toEqual(['a'])
    expect(found('ide')).toEqual([])
  })

  test('asks for every word', () => expect(found('wait accounts')).toEqual([]))
})

describe('a comment that is inserted', () => {
  test('selects its first gap, so that it can be written over', () => {
    const { text, from, to } = insertComment('', 'You wait for [the pause], and [what].')
    expect(text).toBe('You wait for [the pause], and [what].')
    expect(text.slice(from, to)).toBe('[the pause]')
  })

  test('comes behind what is written already', () => {
    const { text, from, to } = insertComment('Good. \n', 'At [once].')
    expect(text).toBe('Good. At [once].')
    expect(text.slice(from, to)).toBe('[once]')
  })

  test('without a gap is written on from its end', () => {
    const { text, from, to } = insertComment('', 'You wait.')
    expect([from, to]).toEqual([text.length, text.length])
  })
})
