import { expect, test } from 'vitest'
import { byNearness, type OpenRequirement } from '#app/domain/pathway/open-requirements.ts'

const open = (
  id: string,
  state: OpenRequirement['state'],
  remainingHours: number,
  kind: OpenRequirement['kind'] = 'sum',
) => ({
  ...{ id, title: id, kind, state, remainingHours },
  missing: ['something'],
})

test('what is open stands by how it stands, the nearest first, and what staff check last, however it stands', () => {
  const groups = byNearness([
    open('registration', 'under-way', 0.25, 'staff-check'),
    open('practice', 'under-way', 70),
    open('statement', 'not-begun', 3),
    open('course', 'under-way', 2),
    open('declaration', 'not-begun', 0.25),
    open('report', 'not-begun', 3),
  ])
  expect(groups.map(({ standing, parts }) => [standing, ...parts.map(({ id }) => id)])).toEqual([
    ['under-way', 'course', 'practice'],
    ['not-begun', 'declaration', 'statement', 'report'],
    ['staff', 'registration'],
  ])
})
