import { describe, expect, it } from 'vitest'
import {
  type EnrolmentEvent,
  type EnrolmentEventKind,
  eventWords,
  standingFrom,
} from '#app/domain/enrolment/history.ts'

const event = (kind: EnrolmentEventKind, changes: Partial<EnrolmentEvent> = {}): EnrolmentEvent => ({
  ...{
    kind,
    at: new Date('2026-11-02T09:00:00Z'),
    by: 'Noor',
    cohort: 'Leeds',
    toCohort: null,
    from: null,
    until: null,
    isOwn: true,
  },
  ...changes,
})
const byLead = { by: 'Lena', isOwn: false }

describe('where somebody stands with a course', () => {
  it.each([
    ['none', []],
    ['none', [event('joined')]],
    ['active', [event('begun'), event('joined')]],
    ['completed', [event('begun'), event('completed'), event('left')]],
    ['withdrawn', [event('begun'), event('left'), event('withdrawn')]],
    ['removed', [event('begun'), event('withdrawn', byLead)]],
    ['ended', [event('begun'), event('ended', { by: null, isOwn: false })]],
    ['active', [event('begun'), event('withdrawn', byLead), event('returned', byLead)]],
    ['completed', [event('begun'), event('completed'), event('ended'), event('returned')]],
  ] as const)('is %s after its events', (standing, events) => {
    expect(standingFrom(events)).toBe(standing)
  })
})

describe('an event in words', () => {
  it('says whose doing it was, unless it was the person’s own', () => {
    expect(eventWords(event('withdrawn'))).toBe('Left the course')
    expect(eventWords(event('withdrawn', byLead))).toBe('Was taken off the course by Lena')
    expect(eventWords(event('joined', byLead))).toBe('Was added to Leeds by Lena')
    expect(eventWords(event('transferred', { ...byLead, toCohort: 'York' }))).toBe(
      'Was moved from Leeds to York by Lena',
    )
  })
})
