import { addDays } from '../portfolio/days.ts'
import type { Day } from '../portfolio/entry.ts'
import { chanceOn, type Memory } from './schedule.ts'

/** How far the picture looks ahead. */
export const DAYS_AHEAD = 30

export type Fading = {
  /** Questions in hand: what the shares are of. */
  questions: number
  /** The share of them that one would still know, expected by FSRS: today, and after `DAYS_AHEAD` without practice. 0 to 1. */
  knownToday: number
  knownLater: number
}

/**
 * What a person would probably still know of these questions. It is an expectation from how they answered and how long ago, never a
 * measurement, and of few questions a rough one.
 * @param memories at least one.
 */
export function fadingOf(memories: readonly Pick<Memory, 'stability' | 'reviewedOn'>[], today: Day): Fading {
  const mean = (day: Day) => memories.reduce((sum, memory) => sum + chanceOn(memory, day), 0) / memories.length
  return { questions: memories.length, knownToday: mean(today), knownLater: mean(addDays(today, DAYS_AHEAD)) }
}
