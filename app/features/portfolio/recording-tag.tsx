import type { RecordingState } from '#app/domain/portfolio/clip-rules.ts'
import { Status } from '#app/ui/tag.tsx'
import { formatTime } from '#app/ui/time.tsx'

type RecordingTagProps = { state: RecordingState; destroyBy: string; destroyedOn: string | null }

/** Where the recording stands, in words. */
export function RecordingTag({ state, destroyBy, destroyedOn }: RecordingTagProps) {
  const by = formatTime(destroyBy, 'UTC', 'short-date')
  if (state === 'overdue') return <Status status="expired">Overdue since {by}</Status>
  if (state === 'due-soon') return <Status status="not-yet">Destroy by {by}</Status>
  if (state === 'destroyed')
    return <Status status="met">Destroyed {formatTime(destroyedOn ?? destroyBy, 'UTC', 'short-date')}</Status>
  return <Status status="waiting">Destroy by {by}</Status>
}
