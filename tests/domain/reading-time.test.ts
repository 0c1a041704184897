import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeMs, creditedTime, durationWords } from '#app/domain/reading-time.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 2, 9) + seconds * 1_000)

describe('time spent reading, as an open lesson sees it', () => {
  const look = { msSinceLook: 1_000, msSinceActivity: 5_000, isVisible: true, isFocused: true }

  it('counts while the page is seen, has the keyboard, and somebody moved within the last minute', () => {
    expect(activeMs(look)).toBe(1_000)
    expect(activeMs({ ...look, msSinceActivity: 60_000 })).toBe(1_000)
    for (const idle of [{ isVisible: false }, { isFocused: false }, { msSinceActivity: 60_001 }])
      expect(activeMs({ ...look, ...idle }), JSON.stringify(idle)).toBe(0)
  })

  it('does not count a sleep of the machine, or a clock that jumped', () => {
    for (const msSinceLook of [3_600_000, 3_001, -1]) expect(activeMs({ ...look, msSinceLook })).toBe(0)
  })
})

describe('what a report is worth', () => {
  it('is what it claims, the first time too', () => {
    expect(creditedTime({ claimedSeconds: 30, countedUntil: null, now: at(30) })).toEqual({
      seconds: 30,
      countedUntil: at(30),
    })
    expect(creditedTime({ claimedSeconds: 20, countedUntil: at(30), now: at(60) }).seconds).toBe(20)
  })

  it('never counts a second twice: a report sent again, or another window’s, gets what is left', () => {
    expect(creditedTime({ claimedSeconds: 30, countedUntil: at(60), now: at(60) }).seconds).toBe(0)
    expect(creditedTime({ claimedSeconds: 30, countedUntil: at(60), now: at(70) }).seconds).toBe(10)
  })

  it('is nothing for a claim that no lesson makes', () => {
    for (const claimedSeconds of [61, 86_400, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(creditedTime({ claimedSeconds, countedUntil: null, now: at(0) }).seconds, `${claimedSeconds}`).toBe(0)
  })

  it('is nothing when the server’s clock has gone back, and counts again from there', () => {
    expect(creditedTime({ claimedSeconds: 30, countedUntil: at(3_600), now: at(0) })).toEqual({
      seconds: 0,
      countedUntil: at(0),
    })
  })

  it('of any number of pages, at whatever times, together is never more than the time that has passed', () => {
    const report = fc.record({ afterMs: fc.integer({ min: 0, max: 40_000 }), claimed: fc.integer({ min: 0, max: 60 }) })
    fc.assert(
      fc.property(fc.array(report, { maxLength: 60 }), (reports) => {
        let [now, countedUntil, total] = [at(0), at(0), 0]
        for (const { afterMs, claimed } of reports) {
          now = new Date(now.getTime() + afterMs)
          const credit = creditedTime({ claimedSeconds: claimed, countedUntil, now })
          total += credit.seconds
          countedUntil = credit.countedUntil
          expect(countedUntil.getTime()).toBeLessThanOrEqual(now.getTime())
        }
        expect(total * 1_000).toBeLessThanOrEqual(now.getTime() - at(0).getTime())
      }),
    )
  })
})

it('time is said in whole minutes, and in hours from the first on', () => {
  expect([0, 59, 60, 3_599, 3_600, 4_870].map(durationWords)).toEqual([
    'none yet',
    'less than a minute',
    '1 min',
    '59 min',
    '1 h',
    '1 h 21 min',
  ])
})
