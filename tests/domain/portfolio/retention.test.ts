import { describe, expect, test } from 'vitest'
import type { CaseBody, ClipBody, CpdBody, TrainingBody } from '#app/domain/portfolio/entry.ts'
import { addYears, erasedFrom } from '#app/domain/portfolio/retention.ts'

const cpd = (on: string) => ({ kind: 'cpd', body: { on } as CpdBody }) as const
const treatment = (body: Partial<CaseBody>) =>
  ({
    kind: 'case',
    body: { startedOn: '2026-03-02', endedOn: null, sessions: [], ...body } as unknown as CaseBody,
    removedOn: null,
  }) as const
const clip = (destroyedOn: string | null) =>
  ({
    kind: 'clip',
    body: { heldOn: '2026-03-02', destroyBy: '2027-03-02', destroyedOn } as ClipBody,
    removedOn: null,
  }) as const

describe('an entry is erased', () => {
  test('six years after its day', () => {
    expect(erasedFrom({ ...cpd('2026-03-02'), removedOn: null })).toBe('2032-03-02')
  })

  test('ninety days after it was taken out, where that is sooner', () => {
    expect(erasedFrom({ ...cpd('2026-03-02'), removedOn: '2026-11-02' })).toBe('2027-01-31')
    expect(erasedFrom({ ...cpd('2020-12-01'), removedOn: '2026-11-02' })).toBe('2026-12-01')
  })

  test('counted from the end of a case, and of an open one from its last session', () => {
    expect(erasedFrom(treatment({ endedOn: '2026-09-28' }))).toBe('2032-09-28')
    expect(erasedFrom(treatment({ sessions: [{ on: '2026-10-05', minutes: 50 }] }))).toBe('2032-10-05')
    expect(erasedFrom(treatment({}))).toBe('2032-03-02')
  })

  test('counted from when its recording was destroyed, or is to be', () => {
    expect(erasedFrom(clip('2026-12-24'))).toBe('2032-12-24')
    expect(erasedFrom(clip(null))).toBe('2033-03-02')
  })

  test('counted from the last day of a training', () => {
    const body = { startedOn: '2026-03-02', endedOn: '2026-03-04' } as TrainingBody
    expect(erasedFrom({ kind: 'training', body, removedOn: null })).toBe('2032-03-04')
  })
})

test('years end on the same day, and those of a leap day on the next', () => {
  expect([addYears('2026-03-02', 6), addYears('2028-02-29', 6), addYears('2026-03-02', -6)]).toEqual([
    '2032-03-02',
    '2034-03-01',
    '2020-03-02',
  ])
})
