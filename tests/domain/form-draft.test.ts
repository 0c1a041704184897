import { expect, test } from 'vitest'
import { areShown, areWrittenOver, broughtBack, changesIn } from '#app/domain/form-draft.ts'

const shown = { work: [''], verdict: [], on: ['2026-11-29'], sent: ['a', 'b'] }

test('what is kept of a form is what was changed in it, and what it was written over', () => {
  expect(changesIn(shown, shown)).toEqual({})
  const now = { ...shown, work: ['Since May'], verdict: ['positive'], sent: ['b', 'a'] }
  const changes = changesIn(now, shown)
  expect(changes).toEqual({
    work: { from: [''], to: ['Since May'] },
    verdict: { from: [], to: ['positive'] },
    sent: { from: ['a', 'b'], to: ['b', 'a'] },
  })
  expect(broughtBack(changes, shown)).toEqual(now)
})

test('what was not changed follows the page: a day that stands there already is that of today', () => {
  const changes = changesIn({ ...shown, work: ['Since May'] }, shown)
  const tomorrow = { ...shown, on: ['2026-11-30'] }
  expect(areWrittenOver(changes, tomorrow)).toBe(true)
  expect(broughtBack(changes, tomorrow)).toEqual({ ...tomorrow, work: ['Since May'] })
})

test('what was changed elsewhere in the same field is not overwritten unseen', () => {
  const changes = changesIn({ ...shown, work: ['Since May'] }, shown)
  expect(areWrittenOver(changes, { ...shown, work: ['Since June'] })).toBe(false)
})

test('a field that the form no longer has is left out', () => {
  const changes = { gone: { from: ['x'], to: ['y'] } }
  expect(areWrittenOver(changes, shown)).toBe(true)
  expect(broughtBack(changes, shown)).toEqual(shown)
})

test('a form that came back with a fault shows what is kept, and what is kept still knows what it was written over', () => {
  const kept = changesIn({ ...shown, work: ['Since May'] }, shown)
  const back = { ...shown, work: ['Since May'] }
  expect(areShown(kept, back)).toBe(true)
  expect(areShown(kept, shown)).toBe(false)
  expect(changesIn(back, back, kept)).toEqual(kept)
  expect(changesIn({ ...back, work: ['Since May, weekly'] }, back, kept)).toEqual({
    work: { from: [''], to: ['Since May, weekly'] },
  })
  expect(changesIn(shown, back, kept)).toEqual({})
})
