import { describe, expect, it } from 'vitest'
import { isSameJson } from '#app/domain/json.ts'
import { type LocalCopy, reconcile } from '#app/features/drafts/local-copies.ts'

const onServer = {
  version: 3,
  body: { say: 'I hear' },
  savedAt: '2026-11-23T14:02:00.000Z',
  writer: 'page-1',
  revision: 7,
}

const copy = (changes: Partial<LocalCopy<{ say: string }>>): LocalCopy<{ say: string }> => ({
  writer: 'page-2',
  revision: 1,
  baseVersion: 3,
  body: { say: 'I hear you' },
  writtenAt: '2026-11-23T14:03:00.000Z',
  ...changes,
})

const found = (...copies: LocalCopy<{ say: string }>[]) => reconcile(onServer, copies, isSameJson)
const nothing = { restore: null, rivals: [] }

describe('work that an earlier page left in this browser', () => {
  it('is put back when the server has still the version that it was written on', () => {
    expect(found(copy({}))).toEqual({ restore: copy({}), rivals: [] })
    expect(reconcile(null, [copy({ baseVersion: 0 })], isSameJson).restore).toEqual(copy({ baseVersion: 0 }))
  })

  it('is to be compared when the server has a newer version from another page', () => {
    expect(found(copy({ baseVersion: 2 }))).toEqual({
      restore: null,
      rivals: [{ from: 'browser', body: { say: 'I hear you' }, writtenAt: '2026-11-23T14:03:00.000Z', version: 3 }],
    })
  })

  it('is forgotten when the server has it already and only the answer got lost', () => {
    expect(found(copy({ writer: 'page-1', revision: 7, baseVersion: 2 }))).toEqual(nothing)
    expect(found(copy({ writer: 'page-1', revision: 6, baseVersion: 2 }))).toEqual(nothing)
  })

  it('is put back when the same page wrote on after its last save', () => {
    const ahead = copy({ writer: 'page-1', revision: 8, baseVersion: 2 })
    expect(found(ahead)).toEqual({ restore: ahead, rivals: [] })
  })

  it('is forgotten when it says the same as the server', () => {
    expect(found(copy({ baseVersion: 1, body: { say: 'I hear' } }))).toEqual(nothing)
  })

  it('of two pages is put back from the last, and the other is to be compared', () => {
    const earlier = copy({ writer: 'page-3', writtenAt: '2026-11-23T14:01:00.000Z', body: { say: 'You said' } })
    const { restore, rivals } = found(earlier, copy({}))
    expect(restore).toEqual(copy({}))
    expect(rivals.map(({ body }) => body)).toEqual([{ say: 'You said' }])
  })

  it('of two pages with the same text is put back once', () => {
    expect(found(copy({}), copy({ writer: 'page-3' })).rivals).toEqual([])
  })
})
