import { expect, test } from 'vitest'
import type { KeyedQuestion } from '#app/content/keyed-question.ts'
import { faultsByItem } from '#app/features/keyed/faults-by-item.ts'

const options = [
  { id: 'a', text: 'Ask' },
  { id: 'b', text: 'Wait' },
]
const question: KeyedQuestion = {
  kind: 'situational-judgement',
  items: [
    { id: 'door', stem: 'At the door.', mode: 'choose', choose: 1, options },
    { id: 'letter', stem: 'About the letter.', mode: 'rank', options },
    { id: 'end', stem: 'At the end.', mode: 'rank', options },
  ],
}

test('the same fault of two items is told apart by their numbers, and leads to each', () => {
  expect(
    faultsByItem(question, { 'item-letter': 'Give each option a place.', 'item-end': 'Give each option a place.' }),
  ).toEqual([
    { id: 'item-letter', message: 'Item 2: Give each option a place.' },
    { id: 'item-end', message: 'Item 3: Give each option a place.' },
  ])
})

test('a fault of the form as a whole has no number', () => {
  expect(faultsByItem(question, { '': 'It was changed elsewhere.' })).toEqual([
    { id: '', message: 'It was changed elsewhere.' },
  ])
})
