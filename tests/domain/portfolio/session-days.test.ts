import { describe, expect, test } from 'vitest'
import { type Rhythmic, sessionDays } from '#app/domain/portfolio/session-days.ts'

const entered = (changes: Partial<Rhythmic>) =>
  sessionDays({ on: '2026-03-02', rhythm: 'week', until: '2026-04-06', without: [], also: [], ...changes })

describe('the days of several sessions', () => {
  test('are a week apart, up to and with the last', () => {
    expect(entered({ until: '2026-03-23' })).toEqual({ days: ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'] })
  })

  test('stay on their day of the week where clocks change', () => {
    expect(entered({ on: '2026-03-26', until: '2026-04-02' })).toEqual({ days: ['2026-03-26', '2026-04-02'] })
  })

  test('leave out those on which there was none', () => {
    expect(entered({ until: '2026-03-16', without: ['2026-03-09'] })).toEqual({ days: ['2026-03-02', '2026-03-16'] })
  })

  test('take in those that follow no rhythm, each day once', () => {
    expect(entered({ rhythm: 'fortnight', until: '2026-03-20', also: ['2026-03-04', '2026-03-16'] })).toEqual({
      days: ['2026-03-02', '2026-03-04', '2026-03-16'],
    })
  })

  test('are one where nothing is repeated, whatever stands in the other fields', () => {
    expect(entered({ rhythm: 'once', until: null })).toEqual({ days: ['2026-03-02'] })
  })

  test('need an end, which comes after the first', () => {
    expect(entered({ until: null })).toEqual({ faults: { until: 'Choose the day up to which this went on.' } })
    expect(entered({ until: '2026-03-01' })).toEqual({ faults: { until: 'The last day comes before the first.' } })
    expect(entered({ until: '2062-03-01' })).toMatchObject({ faults: { until: expect.stringContaining('years') } })
  })

  test('say which day cannot be left out, as it is none of them', () => {
    expect(entered({ without: ['2026-03-10'] })).toMatchObject({
      faults: { without: expect.stringContaining('2026-03-10') },
    })
  })
})
