import { z } from 'zod'
import type { RegisterQuestion } from '#app/db/register.server.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'

/** Whoever looks for somebody narrows the question; whoever copies the register is held up. */
export const MAX_PAGES = 5

/** States as they are asked for, and which each means. */
export const STATES = {
  valid: ['valid'],
  suspended: ['suspended'],
  ended: ['lapsed', 'expired'],
  revoked: ['revoked'],
} as const
export type AskedState = keyof typeof STATES
export const askedStates = Object.keys(STATES) as AskedState[]

export type RegisterQuery = Omit<RegisterQuestion, 'states'> & {
  state?: AskedState | undefined
  /** `YYYY-MM-DD`, in UTC; today if absent. */
  on?: string | undefined
  page: number
}

export type AskedDay = { on: string | undefined } | { typed: string; fault: string }

/** The day that an address asks about, `on`; without one, today. Days are those of UTC, as everything public here. */
export function readDay(search: URLSearchParams, now: Date): AskedDay {
  const typed = search.get('on')?.trim() ?? ''
  if (typed === '') return { on: undefined }
  if (!z.iso.date().safeParse(typed).success)
    return { typed: typed.slice(0, 40), fault: 'Write the day as year, month and day: 2026-03-09.' }
  if (typed > utcDay(now))
    return { typed, fault: 'This day is still to come. What a status will be then nobody knows.' }
  return { on: typed }
}
