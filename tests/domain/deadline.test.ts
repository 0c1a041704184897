import { describe, expect, it } from 'vitest'
import { type DeadlineFacts, deadlineFrom, deadlineNote } from '#app/domain/deadline.ts'

const dueAt = new Date('2026-10-23T16:00:00.500Z')
const facts = (changes: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  cohortDueAt: dueAt,
  extraDays: 0,
  extendedTo: null,
  timeZone: 'Europe/London',
  ...changes,
})

describe('the deadline of one person', () => {
  it('is that of their cohort', () => {
    expect(deadlineFrom(facts())).toEqual({ dueAt, extraDays: 0, isExtended: false })
  })

  it('is later by the days of an adjustment, at the same time of the person’s day when clocks change in between', () => {
    const later = deadlineFrom(facts({ extraDays: 5 }))
    expect(later).toEqual({ dueAt: new Date('2026-10-28T17:00:00.500Z'), extraDays: 5, isExtended: false })
    expect(later && deadlineNote(later)).toBe('includes your 5 extra days')
    const elsewhere = deadlineFrom(facts({ extraDays: 1, timeZone: 'Asia/Kolkata' }))
    expect(elsewhere).toMatchObject({ dueAt: new Date('2026-10-24T16:00:00.500Z') })
    expect(elsewhere && deadlineNote(elsewhere)).toBe('includes your 1 extra day')
  })

  it('is their extension where that is later still, and only there', () => {
    const extendedTo = new Date('2026-10-30T16:00:00Z')
    const extended = deadlineFrom(facts({ extraDays: 5, extendedTo }))
    expect(extended).toEqual({ dueAt: extendedTo, extraDays: 0, isExtended: true })
    expect(extended && deadlineNote(extended)).toBe('extended for you')
    expect(deadlineFrom(facts({ extraDays: 30, extendedTo }))).toMatchObject({ extraDays: 30, isExtended: false })
  })

  it('is none where no cohort sets one, whatever was extended', () => {
    expect(deadlineFrom(facts({ cohortDueAt: null, extraDays: 5, extendedTo: dueAt }))).toBeNull()
  })
})
