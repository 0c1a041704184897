import { expect, test } from 'vitest'
import { readAnchors, writeAnchors } from '#app/domain/anchors.ts'
import { placeName, takePlainPassages } from '#app/domain/plain-passages.ts'

const place = placeName('step-1', { from: 4, to: 18 })

test('a comment written without scripts comes behind those that there were, and its fields are gone', () => {
  const earlier = { promptId: 'say', from: 0, to: 3, text: 'Open.' }
  const { anchors, ...fields } = takePlainPassages({
    overall: 'Good.',
    anchors: writeAnchors([earlier]),
    'passage.1.place': place,
    'passage.1.about': 'patience',
    'passage.1.text': ' You wait.\r\n',
    'passage.2.place': place,
    'passage.2.about': '',
    'passage.2.text': 'And ask.',
  })
  expect(fields).toEqual({ overall: 'Good.' })
  const here = { promptId: 'step-1', from: 4, to: 18 }
  expect(readAnchors(anchors)).toEqual([
    earlier,
    { ...here, text: 'You wait.', criterionId: 'patience' },
    { ...here, text: 'And ask.' },
  ])
})

test('a sentence that nothing is said about is no comment', () =>
  expect(takePlainPassages({ overall: 'Good.', 'passage.1.place': place, 'passage.1.text': ' ' })).toEqual({
    overall: 'Good.',
  }))

test('a comment at no place keeps its words, to be refused beside them', () => {
  const { anchors } = takePlainPassages({ 'passage.1.place': 'nowhere', 'passage.1.text': 'You wait.' })
  expect(readAnchors(anchors)).toEqual([{ promptId: '', from: -1, to: -1, text: 'You wait.' }])
})
