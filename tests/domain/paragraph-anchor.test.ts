import { describe, expect, it } from 'vitest'
import { isParagraphAnchor, paragraphAnchors } from '#app/domain/paragraph-anchor.ts'

const text = ['She waits for an answer.', 'He is late.', 'She waits for an answer.']

describe('the anchors of paragraphs', () => {
  it('stay when other paragraphs are put in, taken out or moved, and when no more than marks and cases change', () => {
    const [first, second] = paragraphAnchors(text)
    expect(paragraphAnchors(['Something new.', 'He is  “late”', 'She waits, for an answer.'])).toEqual([
      expect.not.stringMatching(`${first}|${second}`),
      second,
      first,
    ])
  })

  it('tell two paragraphs of the same words apart by their order', () => {
    const [first, , third] = paragraphAnchors(text)
    expect(third).toBe(`${first}-2`)
  })

  it('change with the words', () => {
    expect(paragraphAnchors(['She waits for his answer.'])).not.toContain(paragraphAnchors(text)[0])
  })

  it('are known by their shape, and nothing else is taken for one', () => {
    for (const anchor of [...paragraphAnchors(text), ...paragraphAnchors(['', 'Łódź 12'])])
      expect(isParagraphAnchor(anchor), anchor).toBe(true)
    for (const other of ['', 'references', 'p-', 'p-abc', 'p-ABCDEFG', 'p-abcdefg-0', 'p-abcdefg-1000', 'p-abcdefg"x'])
      expect(isParagraphAnchor(other), other).toBe(false)
  })
})
