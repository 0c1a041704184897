import { describe, expect, it } from 'vitest'
import { countries, isCountry } from '#app/domain/countries.ts'
import { languageName, readLanguages } from '#app/domain/languages.ts'
import { changedFields, isListingCode, LISTING_CODE_BYTES, listingCode, worksWithNames } from '#app/domain/register.ts'

describe('languages', () => {
  it('are read as people write them, each once and in their order', () => {
    expect(readLanguages('dutch; English,BSL\nFarsi and dutch')).toEqual({
      languages: ['nl', 'en', 'bfi', 'fa'],
      unknown: [],
    })
  })

  it('that nobody knows are told from those that are known', () => {
    expect(readLanguages('English, Klingon, ')).toEqual({ languages: ['en'], unknown: ['Klingon'] })
  })

  it('are read back from their own names', () => {
    const { languages } = readLanguages('Norwegian Sign Language, Haitian Creole')
    expect(languages.map(languageName)).toEqual(['Norwegian Sign Language', 'Haitian Creole'])
  })
})

describe('countries', () => {
  it('have a name of their own each, and what is none is none', () => {
    expect(countries).toHaveLength(243)
    expect(new Set(countries.map(({ name }) => name)).size).toBe(243)
    expect(countries.filter(({ code, name }) => name === code)).toEqual([])
    expect(['GB', 'UK', 'XK', 'gb', ''].filter(isCountry)).toEqual(['GB'])
  })
})

describe('an address in the register', () => {
  it('is made of ten characters that are not mistaken for one another', () => {
    const code = listingCode(new Uint8Array(LISTING_CODE_BYTES).fill(255))
    expect(code).toBe('zzzzzzzzzz')
    expect(isListingCode(code)).toBe(true)
    expect(isListingCode('lllllllll1')).toBe(false)
  })

  it('takes exactly the random bytes that it is made of', () => {
    expect(() => listingCode(new Uint8Array(6))).toThrow(RangeError)
  })
})

it('names with whom somebody works in the order of the list, and leaves out what is no longer offered', () => {
  expect(worksWithNames(['groups', 'gone', 'adults'])).toEqual(['Adults', 'Groups'])
})

it('names the fields of a listing that differ', () => {
  const before = {
    ...{ showsProfession: true, town: 'Leeds', country: 'GB', languages: ['en'], worksWith: [], isIndexable: false },
  }
  expect(changedFields(before, { ...before, languages: ['en', 'nl'], isIndexable: true })).toEqual([
    'languages',
    'isIndexable',
  ])
})
