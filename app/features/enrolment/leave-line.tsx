import type { LeaveDays } from '#app/domain/enrolment/leave.ts'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

const answers = {
  agreed: { status: 'met', words: 'Agreed' },
  declined: { status: 'not-yet', words: 'Declined' },
  waiting: { status: 'waiting', words: 'Asked for' },
} as const

type LeaveLineProps = { leave: LeaveDays & { answer: 'agreed' | 'declined' | 'taken_back' | null } }

/** The days of a leave, and what became of it. */
export function LeaveLine({ leave: { from, until, answer } }: LeaveLineProps) {
  const { status, words } = answers[answer === 'agreed' || answer === 'declined' ? answer : 'waiting']
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        Leave of absence, <Time value={from} zone="UTC" /> to <Time value={until} zone="UTC" />
      </span>
      <Status status={status}>{words}</Status>
    </span>
  )
}
