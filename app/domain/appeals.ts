import { endOfDay } from './calendar-day.ts'
import { todayIn, utcDay } from './portfolio/days.ts'
import { DAY_MS } from './time.ts'

/** On what an appeal may rest. Academic judgement by itself is none of them (OIA, good practice framework on complaints and appeals). */
export const APPEAL_GROUNDS = {
  procedure: {
    title: 'Procedure',
    means: 'Something in the way it was marked was not as the rules say, and it may have changed the result.',
  },
  bias: { title: 'Bias', means: 'There is reason to think that somebody who marked it was not impartial.' },
  new_evidence: {
    title: 'New evidence',
    means: 'Something that mattered then could not be said then, for a reason that you can explain.',
  },
} as const
export type AppealGround = keyof typeof APPEAL_GROUNDS

export const WORKING_DAYS_TO_APPEAL = 10

const isWeekend = (day: Date) => [0, 6].includes(day.getUTCDay())

/**
 * The first moment after the last working day for an appeal. Saturdays and Sundays do not count, nor does the day of the release
 * itself; public holidays do, since they differ between the places where people work.
 * @param timeZone where the person lives: an IANA name.
 */
export function appealsClose(releasedAt: Date, timeZone: string): Date {
  const day = new Date(`${todayIn(timeZone, releasedAt)}T00:00Z`)
  for (let left = WORKING_DAYS_TO_APPEAL; left > 0; ) {
    day.setTime(day.getTime() + DAY_MS)
    if (!isWeekend(day)) left -= 1
  }
  return endOfDay(utcDay(day), timeZone)
}

type Appealed = { releasedAt: Date | null; timeZone: string; appeals: readonly { decidedAt: Date | null }[] }

/** Why no appeal can be made now; null when one can. Each attempt has one: a decision is final here. */
export function whyNoAppeal({ releasedAt, timeZone, appeals }: Appealed, now: Date): string | null {
  if (!releasedAt) return 'There is nothing to appeal against before the marks are given.'
  if (appeals.some(({ decidedAt }) => !decidedAt)) return 'Your appeal is being looked at.'
  if (appeals.length > 0) return 'Your appeal about this attempt has been decided.'
  if (now >= appealsClose(releasedAt, timeZone))
    return `The ${WORKING_DAYS_TO_APPEAL} working days for an appeal have passed.`
  return null
}
