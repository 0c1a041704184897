import { whyNotYet } from './days.ts'
import type { CpdBody, CpdMethod, Day } from './entry.ts'
import { type EntryFaults, faultsOf } from './faults.ts'

/** What goes over days is entered by its first, up to a working week; of anything else a day has 24 hours. A choice of ours. */
const HOURS_IN_A_DAY = 24
const HOURS_IN_A_WEEK = 40
const GOES_OVER_DAYS: readonly CpdMethod[] = ['course', 'conference']

const isInQuarters = (hours: number) => Number.isInteger(hours * 4)
const IN_QUARTERS = 'Hours go in quarters: 0.25, 0.5, 0.75, 1.'

/** What stands against an entry of continuing professional development. */
export function cpdFaults({ on, method, hours, participatoryHours }: CpdBody, today: Day): EntryFaults {
  return faultsOf([
    ['on', whyNotYet(on, today)],
    ['hours', hours <= 0 && 'This took some time.'],
    ['hours', tooLong(method, hours)],
    ['hours', !isInQuarters(hours) && IN_QUARTERS],
    ['participatoryHours', participatoryHours < 0 && 'No less than 0.'],
    ['participatoryHours', participatoryHours > hours && 'No more than the hours as a whole.'],
    ['participatoryHours', !isInQuarters(participatoryHours) && IN_QUARTERS],
  ])
}

function tooLong(method: CpdMethod, hours: number): string | false {
  if (!GOES_OVER_DAYS.includes(method)) return hours > HOURS_IN_A_DAY && 'A day has 24 hours. Enter each day by itself.'
  return hours > HOURS_IN_A_WEEK && 'One entry has 40 hours at most: enter a longer course week by week.'
}
