import { expect, test } from 'vitest'
import { compareTexts } from '#app/features/authoring/compare-texts.ts'

test('what differs is shown by words within its line, with two lines about it and the rest counted', () => {
  const lines = ['a', 'b', 'c', 'd', 'One may ask.', 'e', 'f', 'g']
  const before = `${lines.join('\n')}\n`
  expect(compareTexts(before, before.replace('may', 'must'))).toEqual([
    { kind: 'left-out', lineCount: 2 },
    { kind: 'same', text: 'c\nd\n' },
    {
      kind: 'changed',
      parts: [
        { kind: 'same', text: 'One ' },
        { kind: 'taken-out', text: 'may' },
        { kind: 'put-in', text: 'must' },
        { kind: 'same', text: ' ask.\n' },
      ],
    },
    { kind: 'same', text: 'e\nf\n' },
    { kind: 'left-out', lineCount: 1 },
  ])
})

test('a line that is new or gone stands by itself, and of two equal texts nothing is shown', () => {
  expect(compareTexts('a\nb\n', 'a\nnew\nb\n')).toContainEqual({
    kind: 'changed',
    parts: [{ kind: 'put-in', text: 'new\n' }],
  })
  expect(compareTexts('a\ngone\n', 'a\n')).toContainEqual({
    kind: 'changed',
    parts: [{ kind: 'taken-out', text: 'gone\n' }],
  })
  expect(compareTexts('a', 'a')).toEqual([])
})
