import { figure } from '../wording.ts'
import { addDays, daysBetween } from './days.ts'
import type { Day } from './entry.ts'

export const RHYTHMS = ['once', 'week', 'fortnight'] as const
export type Rhythm = (typeof RHYTHMS)[number]

const daysApart: Record<Exclude<Rhythm, 'once'>, number> = { week: 7, fortnight: 14 }

/** A treatment of three years and more with two sessions a week: beyond that a year was mistyped. */
const MOST_DAYS_AT_ONCE = 400

export type Rhythmic = {
  on: Day
  rhythm: Rhythm
  /** The last day on which there may have been a session; of no matter for `once`. */
  until: Day | null
  /** Days on which there was none: holidays, cancellations. */
  without: readonly Day[]
  /** Days that follow no rhythm. */
  also: readonly Day[]
}

/**
 * The days of several sessions that are entered at once, in their order, each once.
 * @returns by field what cannot be meant: a rhythm without an end, days left out that are none of its days.
 */
export function sessionDays({ on, rhythm, until, without, also }: Rhythmic): { days: Day[] } | { faults: Faults } {
  const regular = rhythm === 'once' ? { days: [on] } : everySo(on, daysApart[rhythm], until)
  if ('faults' in regular) return regular
  const stranger = without.find((day) => !regular.days.includes(day))
  if (stranger)
    return { faults: { without: `${stranger} is not one of the days that are entered, so it need not be left out.` } }
  const days = new Set([...regular.days.filter((day) => !without.includes(day)), ...also])
  return { days: [...days].sort() }
}

type Faults = { until?: string; without?: string }

function everySo(on: Day, apart: number, until: Day | null): { days: Day[] } | { faults: Faults } {
  if (!until) return { faults: { until: 'Choose the day up to which this went on.' } }
  if (until < on) return { faults: { until: 'The last day comes before the first.' } }
  const count = Math.floor(daysBetween(on, until) / apart) + 1
  if (count > MOST_DAYS_AT_ONCE)
    return { faults: { until: `That would be ${figure(count)} sessions at once. Please check the years.` } }
  return { days: Array.from({ length: count }, (_, index) => addDays(on, index * apart)) }
}
