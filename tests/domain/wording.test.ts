import { expect, it } from 'vitest'
import { figure, inNumber } from '#app/domain/wording.ts'

it('a sentence takes the form of its number, and every value its place', () => {
  const forms = { one: '{have} of {n} lesson of “{title}” read', other: '{have} of {n} lessons of “{title}” read' }
  expect(inNumber(1, forms, { have: 0, title: 'One' })).toBe('0 of 1 lesson of “One” read')
  expect(inNumber(1200, forms, { have: 3, title: '{n}' })).toBe('3 of 1,200 lessons of “{n}” read')
  expect(inNumber(0.5, { one: '{n} hour', other: '{n} hours' })).toBe('0.5 hours')
})

it('a number has its thousands parted', () => expect(figure(4507)).toBe('4,507'))
