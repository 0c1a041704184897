import { describe, expect, it } from 'vitest'
import { actsOn, CORRECT_WITHIN_MINUTES, type PostFacts, shownAs, shownTitle } from '#app/domain/discussion/posts.ts'

const written = new Date('2026-11-02T09:00:00Z')
const post = (changes: Partial<PostFacts> = {}): PostFacts => ({
  ...{ authorId: 'noor', postedAt: written.toISOString(), isTakenBack: false, isHidden: false, hiddenBecause: '' },
  ...changes,
})
const hidden = post({ isHidden: true, hiddenBecause: 'It names a ward.' })
const [noor, sol] = [
  { id: 'noor', isLead: false },
  { id: 'sol', isLead: false },
]
const lena = { id: 'lena', isLead: true }
const minutesLater = (minutes: number) => new Date(written.getTime() + minutes * 60_000)
const acts = (facts: PostFacts, reader: typeof noor, { isThreadClosed = false, hasReported = false, after = 0 } = {}) =>
  actsOn(facts, reader, { isThreadClosed, hasReported }, minutesLater(after))

describe('a post', () => {
  it('that a lead took away is read by its author, who sees why, and by leads; by nobody else', () => {
    expect(shownAs(hidden, noor)).toEqual({ shows: 'text', hiddenBecause: 'It names a ward.' })
    expect(shownAs(hidden, lena)).toEqual({ shows: 'text', hiddenBecause: 'It names a ward.' })
    expect(shownAs(hidden, sol)).toEqual({ shows: 'hidden' })
  })

  it('that was taken back is gone for everybody, taken away or not', () => {
    for (const reader of [noor, sol, lena])
      expect(shownAs({ ...hidden, isTakenBack: true }, reader)).toEqual({ shows: 'taken-back' })
  })

  it('takes the title of its thread with it, where it is the first', () => {
    expect(shownTitle('Ward 7', post(), sol)).toBe('Ward 7')
    expect(shownTitle('Ward 7', hidden, sol)).not.toContain('Ward')
    expect(shownTitle('Ward 7', hidden, lena)).toBe('Ward 7')
    expect(shownTitle('', post({ isTakenBack: true }), lena)).toBe('Taken back by its author')
  })

  it('can be corrected by its author for an hour, to the minute, while it stands and its thread is open', () => {
    expect(acts(post(), noor, { after: CORRECT_WITHIN_MINUTES })).toEqual(['correct', 'take-back'])
    expect(acts(post(), noor, { after: CORRECT_WITHIN_MINUTES + 1 })).toEqual(['take-back'])
    expect(acts(post(), noor, { isThreadClosed: true })).toEqual(['take-back'])
    expect(acts(hidden, noor)).toEqual(['take-back'])
    expect(acts(post({ isTakenBack: true }), noor)).toEqual([])
  })

  it('is taken away and shown again by a lead, never their own', () => {
    expect(acts(post(), lena)).toEqual(['hide'])
    expect(acts(hidden, lena)).toEqual(['show'])
    expect(acts(post({ authorId: 'lena' }), lena)).toEqual(['correct', 'take-back'])
    expect(acts({ ...hidden, isTakenBack: true }, lena)).toEqual([])
  })

  it('is reported once by each of the others', () => {
    expect(acts(post(), sol)).toEqual(['report'])
    expect(acts(post(), sol, { hasReported: true })).toEqual([])
    expect(acts(hidden, sol)).toEqual([])
  })
})
