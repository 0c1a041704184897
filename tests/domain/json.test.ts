import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeeperThan, isSameJson, type Json, storableJson } from '#app/domain/json.ts'

describe('the depth of JSON', () => {
  it.each([
    ['text', 0],
    [{}, 0],
    [{ a: 1 }, 1],
    [{ a: [{ b: null }] }, 3],
  ])('%j is nested %i deep', (value, depth) => {
    expect(isDeeperThan(value, depth)).toBe(false)
    if (depth > 0) expect(isDeeperThan(value, depth - 1)).toBe(true)
  })

  it('is found for what would break anything recursive', () => {
    expect(isDeeperThan(JSON.parse('['.repeat(400_000) + ']'.repeat(400_000)), 60)).toBe(true)
  })
})

describe('JSON for the database', () => {
  it('loses NUL and half characters, in keys as well', () => {
    expect(storableJson({ 'a\0': ['b\0c', '\ud800'] })).toEqual({ a: ['bc', '\ufffd'] })
  })
})

describe('saying the same', () => {
  it('does not depend on the order of keys, nor on keys without a value', () => {
    expect(isSameJson({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1, d: undefined })).toBe(true)
  })

  it.each<[Json, Json]>([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{ a: null }, {}],
    ['1', 1],
  ])('%j is not %j', (one, other) => expect(isSameJson(one, other)).toBe(false))

  it('holds of every value and its copy', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => isSameJson(value, structuredClone(value))))
  })
})
