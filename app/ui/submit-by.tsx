import { type Deadline, deadlineNote } from '#app/domain/deadline.ts'
import { Time } from '#app/ui/time.tsx'

/** Until when, in the person's own time zone, and what of it is theirs alone. */
export function SubmitBy({ deadline, zone }: { deadline: Deadline; zone: string }) {
  const note = deadlineNote(deadline)
  return (
    <>
      Submit by <Time value={deadline.dueAt} zone={zone} style="date-time" />
      {note && ` (${note})`}
    </>
  )
}
