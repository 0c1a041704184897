import { describe, expect, it } from 'vitest'
import { type AttemptFacts, mayBegin, whyClosed } from '#app/domain/attempts.ts'

const now = new Date('2026-11-23T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const rule = { maxAttempts: 3, hoursBetween: 24 }

const attempt = (number: number, changes: Partial<AttemptFacts> = {}): AttemptFacts => ({
  number,
  state: 'released',
  submittedAt: hoursAgo(200 - number),
  hasPassed: false,
  ...changes,
})
const begin = (attempts: AttemptFacts[], others: { isEnrolled?: boolean; dueAt?: Date | null } = {}) =>
  mayBegin(rule, { isEnrolled: true, dueAt: null, attempts, ...others }, now).because

describe('beginning an attempt', () => {
  it('is open to whoever is enrolled', () => expect(begin([])).toBeNull())

  it('needs an enrolment', () => expect(begin([], { isEnrolled: false })?.rule).toBe('enrolment'))

  it('waits while another is under way', () => {
    expect(begin([attempt(1, { state: 'open', submittedAt: null })])?.rule).toBe('open')
  })

  it('is over once the vignette is passed', () => expect(begin([attempt(1, { hasPassed: true })])?.rule).toBe('passed'))

  it('is possible until the deadline itself, and not after it', () => {
    expect(begin([], { dueAt: now })).toBeNull()
    expect(begin([], { dueAt: hoursAgo(0.001) })?.rule).toBe('deadline')
  })

  it('ends with the last of the attempts', () => {
    expect(begin([attempt(1), attempt(2)])).toBeNull()
    expect(begin([attempt(1), attempt(2), attempt(3)])?.rule).toBe('attempts')
  })

  it('takes the hours between, counted from the last submission, and says from when', () => {
    const because = begin([attempt(1), attempt(2, { state: 'submitted', submittedAt: hoursAgo(23) })])
    expect(because).toMatchObject({ rule: 'pause', from: new Date('2026-11-23T13:00:00Z') })
    expect(begin([attempt(1), attempt(2, { state: 'submitted', submittedAt: hoursAgo(24) })])).toBeNull()
  })
})

describe('writing into an attempt', () => {
  it('is possible while it is open and in time', () => {
    expect(whyClosed({ state: 'open', dueAt: null }, now)).toBeNull()
    expect(whyClosed({ state: 'open', dueAt: now }, now)).toBeNull()
  })

  it('ends with the deadline and with the submission, each for its own reason', () => {
    expect(whyClosed({ state: 'open', dueAt: hoursAgo(1) }, now)).toMatch(/deadline/)
    expect(whyClosed({ state: 'submitted', dueAt: null }, now)).toMatch(/submitted/)
    expect(whyClosed({ state: 'released', dueAt: null }, now)).toMatch(/submitted/)
  })
})
