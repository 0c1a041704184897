import type { Day } from '../portfolio/entry.ts'
import { isDue, type Memory } from './schedule.ts'

/** About five minutes: some forty seconds for a question with its reasons. */
export const QUESTIONS_IN_A_SESSION = 8

/** Those that are due, the longest overdue first; of two that are alike, whichever comes first in the course. */
export const inTheirTurn = <Card extends Pick<Memory, 'dueOn'>>(cards: readonly Card[], today: Day): Card[] =>
  cards.filter((card) => isDue(card, today)).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))

export type SessionPlace = {
  /** Of the question that comes next, from 1. */
  number: number
  of: number
  /** A session's worth was answered today: going on is the person's own choice. */
  isEnough: boolean
}

/**
 * Where somebody is in a session. It is told from the answers alone, so that nothing is lost between two pages or devices.
 * @param answeredToday in practice, on the person's own day.
 * @param due how many wait.
 */
export function placeInSession(answeredToday: number, due: number): SessionPlace {
  const done = answeredToday % QUESTIONS_IN_A_SESSION
  return {
    number: done + 1,
    of: Math.min(QUESTIONS_IN_A_SESSION, done + due),
    isEnough: answeredToday > 0 && done === 0,
  }
}
