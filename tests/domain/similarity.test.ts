import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fingerprintsOf, isWorthALook, likenessOf, PASSAGE_WORDS } from '#app/domain/similarity.ts'

const original =
  'I would slow down here and say that I was late with the text, and ask what it was like to sit there and hear the word third.'
const words = fc.array(
  fc.constantFrom('he', 'she', 'asked', 'waited', 'door', 'letter', 'again', 'why', 'then', 'kindly'),
  {
    minLength: PASSAGE_WORDS,
    maxLength: 60,
  },
)

describe('near-identical passages', () => {
  it('are found where a sentence was taken over, with their places in both texts', () => {
    const copy = `My own beginning is different. ${original} And so is my end.`
    const { share, passages } = likenessOf(original, copy)
    expect(share).toBe(1)
    expect(passages).toHaveLength(1)
    expect(copy.slice(passages[0]?.there.from, passages[0]?.there.to)).toBe(original.slice(0, -1))
  })

  it('are one passage when a few words were changed in the middle', () => {
    const changed = original.replace('late with the text', 'late with that short message')
    expect(likenessOf(original, changed).passages).toHaveLength(1)
  })

  it('are the same whatever the case, the punctuation and the kind of apostrophe', () => {
    const loud = original.toUpperCase().replaceAll(',', ' –')
    expect(likenessOf(original, loud).share).toBe(1)
    expect(
      likenessOf(
        "I can't say what it's like for her when nobody comes back",
        'I can’t say what it’s like for her when nobody comes back',
      ).share,
    ).toBe(1)
  })

  it('are not what both quote from the vignette', () => {
    const quote = 'You said half past eight and I sat there with the letter in my hand until nine'
    const [one, other] = [`She says: ${quote}. I would ask.`, `Her words were ${quote}, so I wait.`]
    expect(isWorthALook(likenessOf(one, other))).toBe(true)
    expect(likenessOf(one, other, [quote])).toEqual({ share: 0, passages: [] })
    expect(fingerprintsOf(quote, [quote])).toEqual([])
  })

  it('are not common phrases of fewer words', () => {
    expect(
      likenessOf('I would ask him what it was like for him.', 'Perhaps ask her what it was like for you.').passages,
    ).toEqual([])
  })
})

test('a text without words is like nothing', () => {
  expect(likenessOf('', original)).toEqual({ share: 0, passages: [] })
  expect(fingerprintsOf('…')).toEqual([])
})

test('two texts that share a run of words long enough share a fingerprint', () => {
  fc.assert(
    fc.property(words, words, words, (before, shared, after) => {
      const one = fingerprintsOf([...before, ...shared].join(' '))
      const other = new Set(fingerprintsOf([...shared, ...after].join(' ')))
      expect(one.some((hash) => other.has(hash))).toBe(true)
    }),
  )
})

test('a text is wholly like itself, and a share is never above 1', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(likenessOf(one.join(' '), one.join(' ')).share).toBe(1)
      expect(likenessOf(one.join(' '), other.join(' ')).share).toBeLessThanOrEqual(1)
    }),
  )
})
