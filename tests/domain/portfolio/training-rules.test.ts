import { describe, expect, test } from 'vitest'
import type { TrainingBody } from '#app/domain/portfolio/entry.ts'
import { trainingFaults, trainingStanding } from '#app/domain/portfolio/training-rules.ts'

const TODAY = '2026-11-02'

const faults = (changes: Partial<TrainingBody> = {}) =>
  trainingFaults(
    {
      training: 'basic',
      title: 'Basic training',
      providerId: 'north',
      startedOn: '2026-02-02',
      endedOn: '2026-02-04',
      days: 3,
      liveHours: 18,
      selfGuidedHours: 21,
      ...changes,
    },
    TODAY,
  )

describe('a training', () => {
  test('of three days with eighteen hours is taken as it is', () => expect(faults()).toEqual({}))

  test.each<[string, Partial<TrainingBody>, string]>([
    ['that ended before it began', { endedOn: '2026-02-01' }, 'endedOn'],
    ['that is not over', { endedOn: '2026-12-02' }, 'endedOn'],
    ['of another century', { startedOn: '1926-02-02' }, 'startedOn'],
    ['of more days than there were', { days: 4 }, 'days'],
    ['of more hours than its days have', { liveHours: 37 }, 'liveHours'],
    ['of no hours at all', { liveHours: 0, selfGuidedHours: 0 }, 'liveHours'],
  ])('%s is refused beside its field', (_, changes, field) => {
    expect(Object.keys(faults(changes))).toEqual([field])
  })
})

describe('a training counts', () => {
  test('once staff accepted it and its provider was approved on its days', () => {
    expect(trainingStanding(true, true)).toBe('counts')
    expect(trainingStanding(null, true)).toBe('waiting')
    expect(trainingStanding(true, false)).toBe('provider-not-approved')
    expect(trainingStanding(null, false)).toBe('provider-not-approved')
    expect(trainingStanding(false, true)).toBe('refused')
    expect(trainingStanding(false, false)).toBe('refused')
  })
})
