import { daysBetween, whyNotYet } from './days.ts'
import type { Day, TrainingBody } from './entry.ts'
import { type EntryFaults, faultsOf } from './faults.ts'

const HOURS_A_DAY = 12
const MAX_OWN_HOURS = 400

/**
 * What stands against a training as it is written down.
 * @param today where its writer lives.
 */
export function trainingFaults(body: TrainingBody, today: Day): EntryFaults {
  const { startedOn, endedOn, days, liveHours, selfGuidedHours } = body
  const isInOrder = endedOn >= startedOn
  const calendarDays = daysBetween(startedOn, endedOn) + 1
  return faultsOf([
    ['startedOn', whyNotYet(startedOn, today)],
    ['endedOn', !isInOrder && 'A training cannot end before it began.'],
    ['endedOn', whyNotYet(endedOn, today)],
    ['days', isInOrder && days > calendarDays && `From the first day to the last there are only ${calendarDays}.`],
    ['liveHours', liveHours > days * HOURS_A_DAY && `That is more than ${HOURS_A_DAY} hours on each training day.`],
    ['liveHours', liveHours + selfGuidedHours === 0 && 'Enter the hours: taught, in your own time, or both.'],
    ['selfGuidedHours', selfGuidedHours > MAX_OWN_HOURS && `Enter at most ${MAX_OWN_HOURS} hours.`],
  ])
}

export type TrainingStanding = 'refused' | 'waiting' | 'provider-not-approved' | 'counts'

/**
 * Whether a training counts: staff have found its certificate in order, and its provider was approved on its days.
 * @param isAccepted null while staff have not looked at the version in force.
 */
export function trainingStanding(isAccepted: boolean | null, isProviderApproved: boolean): TrainingStanding {
  if (isAccepted === false) return 'refused'
  if (!isProviderApproved) return 'provider-not-approved'
  return isAccepted ? 'counts' : 'waiting'
}
