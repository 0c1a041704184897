import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fadingOf } from '#app/domain/practice/fading.ts'
import { afterAnswer, chanceOn, isDue, type Memory } from '#app/domain/practice/schedule.ts'
import { inTheirTurn, placeInSession, QUESTIONS_IN_A_SESSION } from '#app/domain/practice/session.ts'

const TODAY = '2026-11-02'
const right = (before?: Memory, today = before?.dueOn ?? TODAY) => afterAnswer(before, { isCorrect: true, today })
const wrong = (before?: Memory, today = before?.dueOn ?? TODAY) => afterAnswer(before, { isCorrect: false, today })

describe('when a question comes back', () => {
  it('is after two days where it was known at once, and tomorrow where it was not', () => {
    expect(right()).toMatchObject({ reviewedOn: TODAY, dueOn: '2026-11-04', reviews: 1 })
    expect(wrong()).toMatchObject({ reviewedOn: TODAY, dueOn: '2026-11-03', reviews: 1 })
  })

  it('begins with the values that the migration gave to earlier answers', () => {
    expect(right()).toMatchObject({ stability: 2.3065, difficulty: 2.11810397 })
    expect(wrong()).toMatchObject({ stability: 0.212, difficulty: 6.4133 })
  })

  it('is later each time that it is known, and never later than after a year', () => {
    const waits = []
    let memory = right()
    for (let review = 0; review < 6; review++) {
      const next = right(memory)
      waits.push((Date.parse(next.dueOn) - Date.parse(next.reviewedOn)) / 86_400_000)
      memory = next
    }
    expect(waits).toEqual([11, 46, 163, 365, 365, 365])
  })

  it('is tomorrow after a miss, however well it was known, and sooner than before from then on', () => {
    const known = right(right(right()))
    const missed = wrong(known)
    expect(missed).toMatchObject({ reviewedOn: known.dueOn, reviews: 4 })
    expect(Date.parse(missed.dueOn) - Date.parse(missed.reviewedOn)).toBe(86_400_000)
    expect(missed.stability).toBeLessThan(known.stability)
  })

  it('counts an answer on an earlier day, from a clock that was set back, for the day of the last one', () => {
    const known = right(right())
    expect(right(known, '2020-01-01')).toEqual(right(known, known.reviewedOn))
    expect(chanceOn(known, '2020-01-01')).toBe(1)
  })

  it('is the same for the same answers, and stays within bounds for any', () => {
    const answers = fc.array(fc.record({ isCorrect: fc.boolean(), days: fc.integer({ min: -400, max: 4000 }) }), {
      minLength: 1,
      maxLength: 30,
    })
    const dayAfter = (days: number) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10)
    const fold = (given: { isCorrect: boolean; days: number }[]) =>
      given.reduce<Memory | undefined>(
        (memory, { isCorrect, days }) => afterAnswer(memory, { isCorrect, today: dayAfter(days) }),
        undefined,
      )
    fc.assert(
      fc.property(answers, (given) => {
        const memory = fold(given)
        expect(memory).toEqual(fold(given))
        if (!memory) throw new Error('there is at least one answer')
        expect(memory.stability).toBeGreaterThan(0)
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
        expect(memory.dueOn > memory.reviewedOn).toBe(true)
        expect(memory.reviews).toBe(given.length)
      }),
    )
  })
})

describe('what one would still know', () => {
  it('is nine in ten on the day on which a question comes back', () => {
    const memory = right(right())
    expect(chanceOn(memory, memory.reviewedOn)).toBe(1)
    expect(chanceOn(memory, memory.dueOn)).toBeCloseTo(0.9, 1)
  })

  it('is the mean over the questions in hand, today and a month on, and only falls', () => {
    const fading = fadingOf([right(), wrong()], TODAY)
    expect(fading).toMatchObject({ questions: 2, knownToday: 1 })
    expect(fading.knownLater).toBeCloseTo((chanceOn(right(), '2026-12-02') + chanceOn(wrong(), '2026-12-02')) / 2)
    expect(fading.knownLater).toBeLessThan(1)
  })
})

describe('a session', () => {
  it('takes what is due, the longest overdue first, and else keeps the course’s order', () => {
    const cards = [
      { id: 'later', dueOn: '2026-11-03' },
      { id: 'today', dueOn: TODAY },
      { id: 'too', dueOn: TODAY },
      { id: 'old', dueOn: '2026-10-01' },
    ]
    expect(inTheirTurn(cards, TODAY).map(({ id }) => id)).toEqual(['old', 'today', 'too'])
    expect(isDue({ dueOn: '2026-11-03' }, TODAY)).toBe(false)
  })

  it('is as long as five minutes, or as what is due', () => {
    expect(placeInSession(0, 3)).toEqual({ number: 1, of: 3, isEnough: false })
    expect(placeInSession(2, 1)).toEqual({ number: 3, of: 3, isEnough: false })
    expect(placeInSession(0, 40)).toEqual({ number: 1, of: QUESTIONS_IN_A_SESSION, isEnough: false })
  })

  it('is over after its questions, and a further one begins at the first', () => {
    expect(placeInSession(QUESTIONS_IN_A_SESSION, 5)).toEqual({ number: 1, of: 5, isEnough: true })
    expect(placeInSession(QUESTIONS_IN_A_SESSION + 1, 4)).toEqual({ number: 2, of: 5, isEnough: false })
  })
})
