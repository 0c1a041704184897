import { describe, expect, it } from 'vitest'
import type { Term } from '#app/content/glossary-schema.ts'
import { byLetter, findTerms } from '#app/features/glossary/find-terms.ts'

const term = (name: string, more = '', forms: string[] = []): Term => ({
  slug: name.toLowerCase(),
  term: name,
  forms,
  brief: 'What it is.',
  more,
  lesson: { course: 'one', slug: 'two', title: 'Two' },
  see: [],
})

const terms = [
  term('Affect focus', 'Not the same as pretend mode.'),
  term('Pretend mode'),
  term('Introductory group', '', ['MBT-I']),
  term('Épistemic trust'),
]

const names = (question: string) => findTerms(terms, question).map((found) => found.term)

describe('finding terms', () => {
  it('gives all of them for no question', () => {
    expect(names('')).toEqual(terms.map((one) => one.term))
    expect(names(' ?! ')).toHaveLength(4)
  })

  it('puts what is called so before what only says it', () => {
    expect(names('pretend')).toEqual(['Pretend mode', 'Affect focus'])
  })

  it('asks for every word, in any order', () => {
    expect(names('mode pretend')).toEqual(['Pretend mode', 'Affect focus'])
    expect(names('pretend trust')).toEqual([])
  })

  it('takes British spelling for the other', () => {
    const mentalizing = term('Mentalizing', 'Not fantasizing.')
    for (const word of ['mentalising', 'Mentalizing', 'fantasising'])
      expect(findTerms([...terms, mentalizing], word)).toEqual([mentalizing])
  })

  it('knows the other words for a term, and overlooks capitals and accents', () => {
    expect(names('mbt-i')).toEqual(['Introductory group'])
    expect(names('EPISTEMIC')).toEqual(['Épistemic trust'])
  })
})

describe('the letters', () => {
  it('stand once each, with an accented letter under its plain one', () => {
    expect(byLetter(terms).map(({ letter }) => letter)).toEqual(['A', 'P', 'I', 'E'])
  })
})
