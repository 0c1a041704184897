import { describe, expect, it } from 'vitest'
import { boardStatements, type Candidate, cpdFacts, daysWaiting, decideIssue } from '#app/domain/certificate.ts'

const waiting: Candidate = { holderId: 'ada', issuedNumber: null, unsettable: [] }

describe('deciding whether a certificate can be issued', () => {
  it('lets an officer issue one to somebody else', () => {
    expect(decideIssue(waiting, 'grace')).toEqual({ canIssue: true })
  })

  it('lets nobody issue one to themselves', () => {
    expect(decideIssue(waiting, 'ada')).toEqual({
      canIssue: false,
      because: 'Your own: another officer has to issue it.',
    })
  })

  it('refuses a second one and names the first', () => {
    const decision = decideIssue({ ...waiting, issuedNumber: 'STN-0000-0000-0000-0000-0' }, 'grace')
    expect(decision).toMatchObject({ canIssue: false, because: expect.stringContaining('STN-0000-0000-0000-0000-0') })
  })

  it('names the letters that no font has', () => {
    const decision = decideIssue({ ...waiting, unsettable: ['ꦱ', '😀'] }, 'grace')
    expect(decision).toMatchObject({ canIssue: false, because: expect.stringContaining('“ꦱ” or “😀”') })
  })
})

describe('what a certificate states', () => {
  const facts = (cpdHours: number) =>
    Object.fromEntries(
      cpdFacts({
        holderName: 'Ada',
        courseTitle: 'Stance',
        courseFormat: 'Self-paced, online',
        cpdHours,
        startedAt: new Date('2026-03-02T23:59:59Z'),
        completedAt: new Date('2026-05-12T00:00:00Z'),
      }).map(({ term, value }) => [term, value]),
    )

  it('is all that professional bodies ask for, with days that are the same for every reader', () => {
    expect(facts(5)).toEqual({
      Provider: 'Stance',
      Format: 'Self-paced, online',
      Place: 'Online',
      Started: '2 March 2026',
      Completed: '12 May 2026',
      'CPD hours claimed': '5 hours',
    })
  })

  it('counts one hour and parts of hours in good English', () => {
    expect(facts(1)['CPD hours claimed']).toBe('1 hour')
    expect(facts(2.5)['CPD hours claimed']).toBe('2.5 hours')
  })
})

describe('what a professional body says of a course', () => {
  const approval = { body: 'A board', statement: 'Approved by a board.', from: '2026-01-01', until: '2026-05-12' }
  const said = (completedAt: string, approvals = [approval]) =>
    boardStatements({
      ...{ holderName: 'Ada', courseTitle: 'Stance', courseFormat: 'Online', cpdHours: 5, approvals },
      ...{ startedAt: new Date('2025-12-01'), completedAt: new Date(completedAt) },
    })

  it('is said where its approval was held on the day of completion, the first and the last day included', () => {
    expect(said('2026-01-01T00:00:00Z')).toEqual(['Approved by a board.'])
    expect(said('2026-05-12T23:59:59Z')).toEqual(['Approved by a board.'])
  })

  it('is not said before and after, nor where a course claims none', () => {
    expect(said('2025-12-31T23:59:59Z')).toEqual([])
    expect(said('2026-05-13T00:00:00Z')).toEqual([])
    expect(said('2026-03-01T00:00:00Z', [])).toEqual([])
  })
})

describe('days waiting', () => {
  const now = new Date('2026-05-12T12:00:00Z')

  it('are whole days', () => {
    expect(daysWaiting(new Date('2026-05-12T11:00:00Z'), now)).toBe(0)
    expect(daysWaiting(new Date('2026-05-11T12:00:01Z'), now)).toBe(0)
    expect(daysWaiting(new Date('2026-05-11T12:00:00Z'), now)).toBe(1)
  })

  it('are never negative when two clocks differ', () => {
    expect(daysWaiting(new Date('2026-05-13T12:00:00Z'), now)).toBe(0)
  })
})
