import { dayWords } from '../pathway/days.ts'
import type { Day } from '../portfolio/entry.ts'

/** What happened to somebody on a course and in its cohorts. */
export type EnrolmentEventKind =
  | 'begun'
  | 'withdrawn'
  | 'returned'
  | 'ended'
  | 'completed'
  | 'joined'
  | 'left'
  | 'transferred'
  | 'waiting'
  | 'offered'
  | 'declined'
  | 'lapsed'
  | 'waived'
  | 'leave_agreed'
  | 'leave_ended'

export type EnrolmentEvent = {
  kind: EnrolmentEventKind
  at: Date
  /** Names, where there is one to tell. */
  by: string | null
  cohort: string | null
  toCohort: string | null
  /** Of a leave: its first and its last day. */
  from: Day | null
  until: Day | null
  /** Of whoever the history is about: they did it themselves. */
  isOwn: boolean
}

/** Where somebody stands with a course: `ended` by what gave it, `removed` by a lead, `withdrawn` by themselves. */
export type EnrolmentStanding = 'none' | 'active' | 'completed' | 'withdrawn' | 'removed' | 'ended'

type Told = Pick<EnrolmentEvent, 'kind' | 'isOwn'>

/**
 * Where the events of one person on one course lead to.
 * @param events in the order in which they happened.
 */
export function standingFrom(events: readonly Told[]): EnrolmentStanding {
  return events.reduce<EnrolmentStanding>((standing, event) => afterwards(standing, event, events), 'none')
}

function afterwards(standing: EnrolmentStanding, { kind, isOwn }: Told, events: readonly Told[]): EnrolmentStanding {
  switch (kind) {
    case 'begun':
      return 'active'
    case 'returned':
      // What was completed once stays so.
      return events.some((event) => event.kind === 'completed') ? 'completed' : 'active'
    case 'completed':
      return 'completed'
    case 'withdrawn':
      return isOwn ? 'withdrawn' : 'removed'
    case 'ended':
      return 'ended'
    default:
      return standing
  }
}

/** One event in words, for the person themselves and for leads alike: "You" is never said. */
export function eventWords({ kind, by, cohort, toCohort, isOwn, from, until }: EnrolmentEvent): string {
  const who = by && !isOwn ? ` by ${by}` : ''
  switch (kind) {
    case 'begun':
      return `Began the course${who}`
    case 'withdrawn':
      return isOwn ? 'Left the course' : `Was taken off the course${who}`
    case 'returned':
      return isOwn ? 'Came back to the course' : `Was taken up again${who}`
    case 'ended':
      return 'The course was closed, because what it was given for is gone'
    case 'completed':
      return 'Completed the course'
    case 'joined':
      return isOwn ? `Joined ${cohort}` : `Was added to ${cohort}${who}`
    case 'left':
      return isOwn ? `Left ${cohort}` : `Was taken out of ${cohort}${who}`
    case 'transferred':
      return `Moved from ${cohort} to ${toCohort}${who}`
    case 'waiting':
      return `Went onto the waiting list of ${cohort}${who}`
    case 'offered':
      return `Was offered a place in ${cohort}`
    case 'declined':
      return `Did not want the place in ${cohort} any more`
    case 'lapsed':
      return `The offer of a place in ${cohort} ran out`
    case 'waived':
      return `A prerequisite was waived${who}`
    case 'leave_agreed':
      return `A leave of absence from ${cohort}, ${from ? dayWords(from) : ''} to ${until ? dayWords(until) : ''}, was agreed${who}`
    case 'leave_ended':
      return isOwn ? `Ended the leave of absence from ${cohort}` : `The leave of absence from ${cohort} was ended${who}`
  }
}
