import { fsrs, Rating } from 'ts-fsrs'
import { addDays, daysBetween } from '../portfolio/days.ts'
import type { Day } from '../portfolio/entry.ts'

/** What is known of one person's memory of one question. `stability` is in days, `difficulty` from 1 to 10. */
export type Memory = { stability: number; difficulty: number; reviewedOn: Day; dueOn: Day; reviews: number }

/**
 * FSRS 6 with its published weights, fitted to many people's flashcards: ours are too few to fit. A question comes back when nine in ten
 * of its like would still be known. Nothing is drawn by lot, so that the same answers give the same days; steps of minutes are off,
 * since practice is once a day. <https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm>
 */
const scheduler = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: false,
  // No question is away for longer than a year: what it teaches may change, and a status is renewed.
  maximum_interval: 365,
})

/** What a question that was missed waits for, however well it was known before. */
const DAYS_AFTER_A_MISS = 1

/**
 * The memory after an answer. Right counts as "good", wrong as "again": a choice among options tells no more.
 * @param before absent for the first answer.
 * @param today the person's own day. An earlier one than the last answer's, from a clock that was set back, counts as that day.
 */
export function afterAnswer(before: Memory | undefined, { isCorrect, today }: Answered): Memory {
  const on = before && before.reviewedOn > today ? before.reviewedOn : today
  const days = before ? daysBetween(before.reviewedOn, on) : 0
  const { stability, difficulty } = scheduler.next_state(
    before ? { stability: before.stability, difficulty: before.difficulty } : null,
    days,
    isCorrect ? Rating.Good : Rating.Again,
  )
  const wait = isCorrect ? scheduler.next_interval(stability, days) : DAYS_AFTER_A_MISS
  return { stability, difficulty, reviewedOn: on, dueOn: addDays(on, wait), reviews: (before?.reviews ?? 0) + 1 }
}

type Answered = { isCorrect: boolean; today: Day }

export const isDue = ({ dueOn }: Pick<Memory, 'dueOn'>, today: Day): boolean => dueOn <= today

/** How likely it is, by FSRS, that the question would be answered from memory on a day: 0 to 1. */
export const chanceOn = ({ stability, reviewedOn }: Pick<Memory, 'stability' | 'reviewedOn'>, day: Day): number =>
  scheduler.forgetting_curve(Math.max(0, daysBetween(reviewedOn, day)), stability)
