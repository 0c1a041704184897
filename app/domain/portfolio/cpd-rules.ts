import { whyNotYet } from './days.ts'
import type { CpdBody, Day } from './entry.ts'
import { type EntryFaults, faultsOf } from './faults.ts'

/** A long course; more is several entries. */
const MAX_HOURS = 100

const isInQuarters = (hours: number) => Number.isInteger(hours * 4)
const IN_QUARTERS = 'Hours go in quarters: 0.25, 0.5, 0.75, 1.'

/** What stands against an entry of continuing professional development. */
export function cpdFaults({ on, hours, participatoryHours }: CpdBody, today: Day): EntryFaults {
  return faultsOf([
    ['on', whyNotYet(on, today)],
    ['hours', hours <= 0 && 'This took some time.'],
    ['hours', hours > MAX_HOURS && `One entry has ${MAX_HOURS} hours at most.`],
    ['hours', !isInQuarters(hours) && IN_QUARTERS],
    ['participatoryHours', participatoryHours < 0 && 'No less than 0.'],
    ['participatoryHours', participatoryHours > hours && 'No more than the hours as a whole.'],
    ['participatoryHours', !isInQuarters(participatoryHours) && IN_QUARTERS],
  ])
}
