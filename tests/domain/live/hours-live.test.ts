import { describe, expect, it } from 'vitest'
import { codeEndsAt, isCodeTime, standingRecord } from '#app/domain/live/attendance.ts'
import { hoursLive, hoursLiveWords, type RecordFacts, type SessionFacts } from '#app/domain/live/hours-live.ts'

const day = (number: number, changes: Partial<SessionFacts> = {}): SessionFacts => ({
  id: `s${number}`,
  key: `day-${number}`,
  countsMinutes: 360,
  isCancelled: false,
  ...changes,
})
const threeDays = [day(1), day(2), day(3)]

const record = (number: number, changes: Partial<RecordFacts> = {}): RecordFacts => ({
  sessionId: `s${number}`,
  key: `day-${number}`,
  countsMinutes: 360,
  state: 'present',
  minutes: null,
  task: '',
  via: 'lead',
  recordedAt: '2026-11-02T09:00:00Z',
  ...changes,
})
const elsewhere = (number: number, changes: Partial<RecordFacts> = {}) =>
  record(number, { sessionId: `other-${number}`, ...changes })

const hours = (records: RecordFacts[], sessions = threeDays, liveMinutes: number | null = null) =>
  hoursLive({ liveMinutes, sessions, records })

describe('hours live', () => {
  it('are 18 of 18 for whoever was at three days of six', () => {
    const all = hours([record(1), record(2), record(3)])
    expect(hoursLiveWords(all)).toBe('18 of 18 hours live')
    expect(all.percent).toBe(100)
  })

  it.each([
    ['present for a part', record(1, { minutes: 90 }), 90, 'part'],
    ['absent', record(1, { state: 'absent' }), 0, 'absent'],
    ['excused', record(1, { state: 'excused' }), 0, 'excused'],
    ['an absence made up by a task', record(1, { state: 'made-up', task: 'A transcript.' }), 360, 'task'],
    ['the same session in another cohort', elsewhere(1), 360, 'elsewhere'],
    ['a part in another cohort', elsewhere(1, { minutes: 120 }), 120, 'elsewhere'],
    ['absent in another cohort too', elsewhere(1, { state: 'absent' }), 0, 'not-recorded'],
    [
      'a task accepted in another cohort, which counts there alone',
      elsewhere(1, { state: 'made-up' }),
      0,
      'not-recorded',
    ],
  ])('count %s', (_, facts, countedMinutes, because) => {
    expect(hours([facts]).sessions[0]).toEqual({ sessionId: 's1', countedMinutes, because })
  })

  it('count a session once, wherever it was attended, by the more that was given', () => {
    expect(hours([record(1), elsewhere(1)]).countedMinutes).toBe(360)
    expect(hours([record(1, { minutes: 60 }), elsewhere(1, { minutes: 300 })]).countedMinutes).toBe(300)
  })

  it('count no more of a longer session elsewhere than the cohort gives its own', () => {
    expect(hours([elsewhere(1, { countsMinutes: 480 })]).countedMinutes).toBe(360)
  })

  it('never come to more than is asked', () => {
    const all = hours([record(1), record(2), record(3)], threeDays, 600)
    expect(all).toMatchObject({ askedMinutes: 600, countedMinutes: 600, percent: 100 })
  })

  it('ask for what the cohort asks for, also where less is planned', () => {
    expect(hoursLiveWords(hours([record(1)], [day(1)], 1080))).toBe('6 of 18 hours live')
  })

  it('do not ask for a cancelled session, and count it where it was attended elsewhere', () => {
    const sessions = [day(1), day(2, { isCancelled: true })]
    expect(hours([record(1)], sessions)).toMatchObject({ askedMinutes: 360, countedMinutes: 360 })
    expect(hours([record(1), elsewhere(2)], sessions, 1080).countedMinutes).toBe(720)
    const again = [...sessions, day(2, { id: 's2-again' })]
    expect(hours([elsewhere(2)], again, 1080).countedMinutes).toBe(360)
  })

  it('say nothing of a percentage above or below where nothing is asked', () => {
    expect(hours([], [])).toEqual({ askedMinutes: 0, countedMinutes: 0, percent: 100, sessions: [] })
  })
})

describe('what holds of several records', () => {
  const byCode = record(1, { via: 'code', recordedAt: '2026-11-02T10:00:00Z' })
  const byLead = record(1, { state: 'absent', recordedAt: '2026-11-02T09:00:00Z' })

  it('is a lead’s word, also where a code came later, and of two leads the later', () => {
    expect(standingRecord([byCode, byLead])).toBe(byLead)
    const later = record(1, { state: 'excused', recordedAt: '2026-11-03T09:00:00Z' })
    expect(standingRecord([later, byCode, byLead])).toBe(later)
  })

  it('is the code where no lead said anything, and nothing where nobody did', () => {
    expect(standingRecord([byCode])).toBe(byCode)
    expect(standingRecord([])).toBeUndefined()
  })
})

describe('a code', () => {
  const span = { startsAt: new Date('2026-11-16T09:30Z'), endsAt: new Date('2026-11-16T16:30Z') }
  const at = (time: string) => new Date(`2026-11-16T${time}Z`)

  it.each([
    ['09:14:59', false],
    ['09:15:00', true],
    ['16:45:00', true],
    ['16:45:01', false],
  ])('is taken at %s: %s', (time, isTaken) => {
    expect(isCodeTime(span, at(time))).toBe(isTaken)
  })

  it('ends when it was said to, and at the latest a quarter of an hour after the session', () => {
    expect(codeEndsAt(span, 10, at('10:00:00'))).toEqual(at('10:10:00'))
    expect(codeEndsAt(span, 30, at('16:40:00'))).toEqual(at('16:45:00'))
    expect(codeEndsAt(span, null, at('10:00:00'))).toEqual(at('16:45:00'))
  })
})
