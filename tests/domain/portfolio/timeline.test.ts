import { describe, expect, test } from 'vitest'
import type { KeptEntry } from '#app/domain/pathway/portfolio-facts.ts'
import { placeOf, timelineOf } from '#app/domain/portfolio/timeline.ts'

const kept = {
  ...{ code: null, caseId: null, keptOn: '2026-11-01', countersignedOn: null, countersignedBy: null },
  ...{ reviewedOn: null, checkedOn: null },
}

const treatment = (id: string, startedOn: string, sessions: string[], endedOn: string | null = null) =>
  ({
    ...{ ...kept, id, kind: 'case', code: id },
    body: { startedOn, endedOn, sessions: sessions.map((on) => ({ on, minutes: 50 })) },
  }) as KeptEntry

const supervision = (id: string, on: string, countersignedOn: string | null = null) =>
  ({ ...kept, id, kind: 'supervision', countersignedOn, body: { on, minutes: 90 } }) as KeptEntry

const clip = (id: string, heldOn: string) => ({ ...kept, id, kind: 'clip', body: { heldOn } }) as KeptEntry

describe('a timeline', () => {
  test('is none while nothing is practised', () => {
    expect(timelineOf([], '2026-11-28')).toBeUndefined()
  })

  test('goes from the first day of anything to today; a case that goes on goes on until today', () => {
    const timeline = timelineOf([treatment('a', '2026-09-07', []), clip('c', '2026-08-31')], '2026-11-28')
    expect(timeline).toMatchObject({
      from: '2026-08-31',
      to: '2026-11-28',
      cases: [{ to: '2026-11-28', isOver: false }],
    })
  })

  test('counts what each month had, and shows the months that had nothing', () => {
    const entries = [
      treatment('a', '2025-12-01', ['2025-12-01', '2025-12-08', '2026-02-02']),
      supervision('s', '2025-12-10'),
      clip('c', '2026-02-02'),
    ]
    expect(timelineOf(entries, '2026-02-03')?.months).toEqual([
      { month: '2026-02', sessions: 1, supervisionMinutes: 0, clips: 1 },
      { month: '2026-01', sessions: 0, supervisionMinutes: 0, clips: 0 },
      { month: '2025-12', sessions: 2, supervisionMinutes: 90, clips: 0 },
    ])
  })

  test('points out a stretch without supervision, and the one that still goes on', () => {
    const entries = [supervision('s', '2026-09-01', '2026-09-02'), supervision('t', '2026-10-01')]
    const timeline = timelineOf(entries, '2026-11-28')
    expect(timeline?.gaps.map(({ after, isOpen }) => [after, isOpen])).toEqual([
      ['2026-10-01', true],
      ['2026-09-01', false],
    ])
    expect(timeline?.supervision.map(({ isConfirmed }) => isConfirmed)).toEqual([true, false])
  })

  test('of a single day places it at the start, not nowhere', () => {
    expect(placeOf('2026-11-28', { from: '2026-11-28', to: '2026-11-28' })).toBe(0)
  })
})
