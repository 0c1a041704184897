import type { EnrolmentStanding } from '#app/domain/enrolment/history.ts'
import { Status } from '#app/ui/tag.tsx'

const standings = {
  none: { status: 'not-begun', words: 'Not on the course' },
  active: { status: 'under-way', words: 'On the course' },
  completed: { status: 'met', words: 'Completed' },
  withdrawn: { status: 'expired', words: 'Left the course' },
  removed: { status: 'expired', words: 'Taken off the course' },
  ended: { status: 'expired', words: 'Closed: payment given back' },
} as const

/** Where somebody stands with a course. */
export const StandingTag = ({ standing }: { standing: EnrolmentStanding }) => (
  <Status status={standings[standing].status}>{standings[standing].words}</Status>
)
