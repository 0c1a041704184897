import { expect, test } from 'vitest'
import { type DocumentFact, noFacts } from '#app/domain/pathway/facts.ts'
import { piecesAt } from '#app/domain/pathway/pieces.ts'

const statement = (id: string, supervisorId: string, on: string, isPositive: boolean): DocumentFact => ({
  ...{ id, supervisorId, on, isPositive },
  kind: 'supervisor-statement',
})

const STATEMENTS = [
  statement('1', 'imre', '2026-03-02', true),
  statement('2', 'imre', '2026-09-14', false),
  statement('3', 'kerstin', '2026-06-01', true),
]

const inForceOn = (day: string, documents: readonly DocumentFact[] = STATEMENTS) =>
  piecesAt({ ...noFacts('nurse'), documents }, day).documents.map(({ id }) => id)

test('of each supervisor the statement counts that was the newest on the day that is asked about', () => {
  expect(inForceOn('2026-03-01')).toEqual([])
  expect(inForceOn('2026-09-13')).toEqual(['1', '3'])
  expect(inForceOn('2026-09-14')).toEqual(['3', '2'])
})

test('whatever the order in which they are known, and of two on one day the later', () => {
  expect(inForceOn('2026-09-14', STATEMENTS.toReversed())).toEqual(['3', '2'])
  const again = statement('4', 'imre', '2026-09-14', true)
  expect(inForceOn('2026-09-14', [again, ...STATEMENTS])).toEqual(['3', '4'])
})
