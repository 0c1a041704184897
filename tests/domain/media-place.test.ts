import { expect, it } from 'vitest'
import { placeToKeep } from '#app/domain/media-place.ts'

it('goes on where somebody stopped, in whole seconds', () => {
  expect(placeToKeep(31.9, 60)).toBe(31)
})

it('begins anew after hardly a start, after the end, and when the player knows no time', () => {
  expect([placeToKeep(2, 60), placeToKeep(58, 60), placeToKeep(60, 60), placeToKeep(Number.NaN, 60)]).toEqual([
    0, 0, 0, 0,
  ])
})
