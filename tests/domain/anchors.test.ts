import { describe, expect, test } from 'vitest'
import { ANCHORS_AT_MOST, checkAnchors, readAnchors, writeAnchors } from '#app/domain/anchors.ts'

const texts = new Map([
  ['say', 'What was it like?\nYou left.'],
  ['why', 'To ask first.'],
])
const check = (...anchors: object[]) => checkAnchors(JSON.stringify(anchors), texts, ['patience'])

describe('comments on passages', () => {
  test('are kept with the words that they stand at, in the order of the answers', () => {
    expect(
      check(
        { promptId: 'why', from: 0, to: 6, text: ' Why so?\r\nSay more. ' },
        { promptId: 'say', from: 13, to: 21, text: 'Over two paragraphs.', criterionId: 'patience' },
        { promptId: 'say', from: 0, to: 4, text: 'Open.', criterionId: 'forged' },
      ),
    ).toEqual({
      anchors: [
        { promptId: 'say', from: 0, to: 4, quote: 'What', text: 'Open.' },
        {
          promptId: 'say',
          from: 13,
          to: 21,
          quote: 'ike?\nYou',
          text: 'Over two paragraphs.',
          criterionId: 'patience',
        },
        { promptId: 'why', from: 0, to: 6, quote: 'To ask', text: 'Why so?\nSay more.' },
      ],
    })
    expect(checkAnchors(undefined, texts, [])).toEqual({ anchors: [] })
    expect(checkAnchors('', texts, [])).toEqual({ anchors: [] })
  })

  test.each([
    ['goes over the end of its answer into the next', { from: 20, to: 40 }, 'Choose it within one answer'],
    ['has no words', { from: 17, to: 18 }, 'no words in the passage'],
    ['ends before it begins', { from: 9, to: 4 }, 'no words in the passage'],
    ['begins before the answer', { from: -1, to: 4 }, 'no words in the passage'],
    ['is no whole number of characters', { from: 0.5, to: 4 }, 'no words in the passage'],
  ])('are refused where the passage %s', (_, passage, sentence) => {
    expect(check({ promptId: 'say', text: 'x', ...passage })).toEqual({ fault: expect.stringContaining(sentence) })
  })

  test('are refused at an answer that the script does not have, without words, too long, too many, or unreadable', () => {
    const fault = (sentence: string) => ({ fault: expect.stringContaining(sentence) })
    const one = { promptId: 'say', from: 0, to: 4, text: 'x' }
    expect(check({ ...one, promptId: 'other' })).toEqual(fault('within one answer'))
    expect(check(one, { ...one, text: '  ' })).toEqual(fault('Comment 2 on a passage: say what'))
    expect(check({ ...one, text: 'x'.repeat(1_002) })).toEqual(fault('2 over the limit of 1,000'))
    expect(check(...Array(ANCHORS_AT_MOST + 1).fill(one))).toEqual(fault('more than 50'))
    expect(checkAnchors('{"no', texts, [])).toEqual(fault('could not be read'))
  })

  test('come out of a draft as they went in, and what is none is left out', () => {
    const anchors = [{ promptId: 'say', from: 0, to: 4, text: 'x', criterionId: 'patience' }]
    expect(readAnchors(writeAnchors(anchors))).toEqual(anchors)
    expect(readAnchors('[1, null, {"promptId":"say"}]')).toEqual([])
    expect(readAnchors('"text"')).toEqual([])
    expect(writeAnchors([])).toBe('')
  })
})
