import { describe, expect, it } from 'vitest'
import { type DeadlineFacts, deadlineFrom, deadlineNote } from '#app/domain/deadline.ts'

const dueAt = new Date('2026-10-23T16:00:00.500Z')
const facts = (changes: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  cohorts: [{ dueAt, leaves: [] }],
  extraDays: 0,
  extension: null,
  timeZone: 'Europe/London',
  ...changes,
})

describe('the deadline of one person', () => {
  it('is that of their cohort', () => {
    expect(deadlineFrom(facts())).toEqual({ dueAt, extraDays: 0, leaveDays: 0, isExtended: false })
  })

  it('is later by the days of an adjustment, at the same time of the person’s day when clocks change in between', () => {
    const later = deadlineFrom(facts({ extraDays: 5 }))
    expect(later).toEqual({
      ...{ dueAt: new Date('2026-10-28T17:00:00.500Z'), extraDays: 5, leaveDays: 0, isExtended: false },
    })
    expect(later && deadlineNote(later)).toBe('includes your 5 extra days')
    const elsewhere = deadlineFrom(facts({ extraDays: 1, timeZone: 'Asia/Kolkata' }))
    expect(elsewhere).toMatchObject({ dueAt: new Date('2026-10-24T16:00:00.500Z') })
    expect(elsewhere && deadlineNote(elsewhere)).toBe('includes your 1 extra day')
  })

  it('is their extension where that is later still, and only there', () => {
    const extendedTo = new Date('2026-10-30T16:00:00Z')
    const extension = { dueAt: extendedTo, leaves: [] }
    const extended = deadlineFrom(facts({ extraDays: 5, extension }))
    expect(extended).toEqual({ dueAt: extendedTo, extraDays: 0, leaveDays: 0, isExtended: true })
    expect(extended && deadlineNote(extended)).toBe('extended for you')
    expect(deadlineFrom(facts({ extraDays: 30, extension }))).toMatchObject({
      extraDays: 30,
      leaveDays: 0,
      isExtended: false,
    })
  })

  it('is none where no cohort sets one, whatever was extended', () => {
    expect(deadlineFrom(facts({ cohorts: [], extraDays: 5, extension: { dueAt, leaves: [] } }))).toBeNull()
  })

  it('is later by the days of a leave that began before it came, also those that lie after it', () => {
    const leave = (from: string, until: string) => ({ from, until })
    const withLeave = (...leaves: ReturnType<typeof leave>[]) => deadlineFrom(facts({ cohorts: [{ dueAt, leaves }] }))
    const whole = withLeave(leave('2026-10-20', '2026-11-02'))
    expect(whole).toEqual({
      ...{ dueAt: new Date('2026-11-06T17:00:00.500Z'), extraDays: 0, leaveDays: 14, isExtended: false },
    })
    expect(whole && deadlineNote(whole)).toBe('includes 14 days of leave')
    expect(withLeave(leave('2026-10-24', '2026-11-02'))).toMatchObject({ dueAt, leaveDays: 0 })
    // The second began before the deadline as the first had moved it.
    expect(withLeave(leave('2026-10-25', '2026-10-26'), leave('2026-10-23', '2026-10-24'))).toMatchObject({
      leaveDays: 4,
    })
  })

  it('counts the leave of each cohort for that cohort’s deadline, and for an extension what was agreed after it', () => {
    const leaves = [{ from: '2026-10-20', until: '2026-10-29' }]
    const later = new Date('2026-10-27T17:00:00Z')
    const both = {
      cohorts: [
        { dueAt, leaves },
        { dueAt: later, leaves: [] },
      ],
    }
    expect(deadlineFrom(facts(both))).toMatchObject({ dueAt: new Date('2026-11-02T17:00:00.500Z'), leaveDays: 10 })
    const extended = deadlineFrom(facts({ extraDays: 2, extension: { dueAt: later, leaves } }))
    expect(extended).toMatchObject({ dueAt: new Date('2026-11-06T17:00:00Z'), isExtended: true, leaveDays: 10 })
    expect(extended && deadlineNote(extended)).toBe('extended for you, with 10 days of leave')
  })
})
