import { describe, expect, test } from 'vitest'
import { type ReleaseFacts, whyHeld } from '#app/domain/release.ts'

const now = new Date('2026-11-02T09:00:00Z')

const ready: ReleaseFacts = {
  state: 'submitted',
  isMarked: true,
  isInTalk: false,
  openScripts: [],
  isInModeration: false,
  othersUnmarked: 3,
  release: { sequence: 'as-ready', notBefore: null },
}

test('an answer with a final mark can be released', () => expect(whyHeld(ready, now)).toBeNull())

test('a released one is not held by anything that came after', () => {
  expect(whyHeld({ ...ready, state: 'released', openScripts: ['again'] }, now)).toBeNull()
})

describe('the marks of an answer are held', () => {
  test.each<[string, Partial<ReleaseFacts>, string, RegExp]>([
    ['when it was withdrawn', { state: 'withdrawn' }, 'withdrawn', /withdrawn/],
    ['while it is marked again', { openScripts: ['again'] }, 'again', /again/],
    ['while a third marker has it', { isMarked: false, openScripts: ['adjudication'] }, 'adjudication', /third marker/],
    ['while two markers talk', { isMarked: false, isInTalk: true }, 'talk', /not agreed/],
    ['until the first mark', { isMarked: false, openScripts: ['first'] }, 'not-marked', /not finally marked/],
    ['until the second mark', { isMarked: false, openScripts: ['second'] }, 'not-marked', /not finally marked/],
    ['while it waits for moderation', { isInModeration: true }, 'moderation', /moderation/],
    [
      'until the time of the policy',
      { release: { sequence: 'as-ready', notBefore: '2026-11-02T09:00:00.001Z' } },
      'not-before',
      /set time/,
    ],
    [
      'until the others are marked, where all are released together',
      { release: { sequence: 'together', notBefore: null } },
      'together',
      /3 are not finally marked/,
    ],
    [
      'until the last other is marked',
      { othersUnmarked: 1, release: { sequence: 'together', notBefore: null } },
      'together',
      /1 is not/,
    ],
    [
      'until very many are marked',
      { othersUnmarked: 100, release: { sequence: 'together', notBefore: null } },
      'together',
      /100 or more/,
    ],
  ])('%s', (_, facts, rule, text) => {
    expect(whyHeld({ ...ready, ...facts }, now)).toMatchObject({ rule, text: expect.stringMatching(text) })
  })

  test('no longer than to the very moment that was set, nor when all are marked', () => {
    const release = { sequence: 'together' as const, notBefore: now.toISOString() }
    expect(whyHeld({ ...ready, othersUnmarked: 0, release }, now)).toBeNull()
  })
})
