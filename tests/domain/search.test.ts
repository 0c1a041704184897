import { describe, expect, it } from 'vitest'
import { asCutOut, FOUND_FROM, FOUND_TO, piecesOf, textFragment, wordsOf } from '#app/domain/search.ts'

describe('the words of a question', () => {
  it('are those that it asks for, in lower case, without what stands between them, and no more than twelve', () => {
    expect(wordsOf('"Not Knowing" or -certainty; naïve?')).toEqual(['not', 'knowing', 'or', 'naïve'])
    expect(wordsOf(' … ')).toEqual([])
    expect(wordsOf('word '.repeat(50))).toHaveLength(12)
  })
})

describe('a passage', () => {
  it('is told apart into what was found and what stands around it, markup and all', () => {
    expect(piecesOf(`a <b>${FOUND_FROM}mind${FOUND_TO}</b> and ${FOUND_FROM}minds${FOUND_TO}`)).toEqual([
      { text: 'a <b>', isFound: false },
      { text: 'mind', isFound: true },
      { text: '</b> and ', isFound: false },
      { text: 'minds', isFound: true },
    ])
  })

  it('says where it begins or ends within a sentence', () => {
    const found = `${FOUND_FROM}mind${FOUND_TO}`
    expect(asCutOut(`quick. ${found} is`)).toBe(`… quick. ${found} is …`)
    expect(asCutOut(`A ${found} is quick.`)).toBe(`A ${found} is quick.`)
    expect(asCutOut(`"Whose ${found}?"`)).toBe(`"Whose ${found}?"`)
  })

  it('is led to by a few words around what was found, within its sentence', () => {
    const found = (words: string) => `${FOUND_FROM}${words}${FOUND_TO}`
    const texts = (passage: string) =>
      decodeURIComponent(textFragment(passage))
        .split(/#:~:text=|&text=/)
        .slice(1)
    expect(
      texts(`It may. So one waits until ${found('psychic')} ${found('equivalence')} is over and gone, then`),
    ).toEqual(['So one waits until psychic equivalence is over and', 'is over and gone, then', 'So one waits until'])
    expect(texts(`One.\n${found('Minds')} (First, 2010) are`)).toEqual(['Minds'])
    expect(textFragment(`a well-${found('known')} & known`)).toBe('#:~:text=a%20well%2Dknown%20%26%20known')
    expect(textFragment('nothing')).toBe('')
  })

  it('is one piece where nothing was found', () => {
    expect(piecesOf('nothing')).toEqual([{ text: 'nothing', isFound: false }])
    expect(piecesOf('')).toEqual([])
  })
})
