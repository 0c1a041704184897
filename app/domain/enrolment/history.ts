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
export function eventWords(event: EnrolmentEvent): string {
  const [own, done = own, doneBy = done] = texts[event.kind](event)
  if (event.isOwn) return own
  return event.by ? doneBy : done
}

/** What somebody did themselves; what was done with them, where nobody knows by whom; and by somebody whose name is known. */
type Texts = readonly [own: string, done?: string, doneBy?: string]

const texts: Record<EnrolmentEventKind, (event: EnrolmentEvent) => Texts> = {
  begun: ({ by }) => ['Began the course', 'Began the course', `Was enrolled in the course by ${by}`],
  withdrawn: ({ by }) => ['Left the course', 'Was taken off the course', `Was taken off the course by ${by}`],
  returned: ({ by }) => ['Came back to the course', 'Was taken up again', `Was taken up again by ${by}`],
  ended: () => ['The course was closed, because what it was given for is gone'],
  completed: () => ['Completed the course'],
  joined: ({ by, cohort }) => [`Joined ${cohort}`, `Was added to ${cohort}`, `Was added to ${cohort} by ${by}`],
  left: ({ by, cohort }) => [`Left ${cohort}`, `Was taken out of ${cohort}`, `Was taken out of ${cohort} by ${by}`],
  transferred: ({ by, cohort, toCohort }) => [
    `Moved from ${cohort} to ${toCohort}`,
    `Moved from ${cohort} to ${toCohort}`,
    `Was moved from ${cohort} to ${toCohort} by ${by}`,
  ],
  waiting: ({ by, cohort }) => [
    `Went onto the waiting list of ${cohort}`,
    `Went onto the waiting list of ${cohort}`,
    `Was put onto the waiting list of ${cohort} by ${by}`,
  ],
  offered: ({ cohort }) => [`Was offered a place in ${cohort}`],
  declined: ({ cohort }) => [`Did not want the place in ${cohort} any more`],
  lapsed: ({ cohort }) => [`The offer of a place in ${cohort} ran out`],
  waived: ({ by }) => ['A prerequisite was waived', 'A prerequisite was waived', `A prerequisite was waived by ${by}`],
  leave_agreed: ({ by, cohort, ...leave }) => [
    `A leave of absence from ${cohort} was agreed, ${daysOf(leave)}`,
    `A leave of absence from ${cohort} was agreed, ${daysOf(leave)}`,
    `A leave of absence from ${cohort} was agreed by ${by}, ${daysOf(leave)}`,
  ],
  leave_ended: ({ by, cohort }) => [
    `Ended the leave of absence from ${cohort}`,
    `The leave of absence from ${cohort} was ended`,
    `The leave of absence from ${cohort} was ended by ${by}`,
  ],
}

const daysOf = ({ from, until }: Pick<EnrolmentEvent, 'from' | 'until'>) =>
  from && until ? `${dayWords(from)} to ${dayWords(until)}` : ''
