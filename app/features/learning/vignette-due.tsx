import { isPastDeadline } from '#app/domain/attempts.ts'
import type { Deadline } from '#app/domain/deadline.ts'
import { SubmitBy } from '#app/ui/submit-by.tsx'

/** Until when an answer to a vignette can be handed in, in a list of them. */
export const VignetteDue = ({ deadline, zone, now }: { deadline: Deadline; zone: string; now: Date }) => (
  <p className="text-sm">
    {isPastDeadline(deadline.dueAt, now) ? 'The deadline has passed' : <SubmitBy deadline={deadline} zone={zone} />}
  </p>
)
