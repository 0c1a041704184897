import type { VignettePage } from '#app/features/assessment/view-vignette.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

/** The actor's attempts at this vignette. Until its release an attempt is only "waiting", whatever has happened to it. */
export function AttemptList({
  vignette: { slug, attempts, isMarked },
  zone,
}: {
  vignette: VignettePage
  zone: string
}) {
  return (
    <section aria-labelledby="attempts" className="max-w-measure">
      <h2 id="attempts" className="mb-4 text-2xl">
        Your attempts
      </h2>
      <Table
        caption="Your attempts"
        hideCaption
        rows={attempts}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            header: 'Attempt',
            cell: ({ number, state }) => (
              <a href={state === 'open' ? `/vignettes/${slug}/answer` : `/vignettes/${slug}/attempts/${number}`}>
                Attempt {number}
              </a>
            ),
          },
          { key: 'state', header: 'State', cell: (attempt) => <AttemptStatus attempt={attempt} isMarked={isMarked} /> },
          { key: 'mark', header: isMarked ? 'Mark' : 'Score', cell: (attempt) => markOf(attempt, isMarked) },
          {
            key: 'submitted',
            header: 'Submitted',
            cell: ({ submittedAt }) =>
              submittedAt ? <Time value={submittedAt} zone={zone} style="date-time" /> : 'Not yet',
          },
        ]}
      />
    </section>
  )
}

type OwnAttempt = VignettePage['attempts'][number]

/** The global rating, or the share of the key's credit, once it is told. */
function markOf({ state, globalLevel, share }: OwnAttempt, isMarked: boolean): string {
  if (state !== 'released') return 'Not yet'
  if (!isMarked) return share === null ? 'Not scored' : `${Math.round(share * 100)} %`
  return globalLevel === null ? 'Rate your own answer first' : `${globalLevel} of 7`
}

type AttemptStatusProps = { attempt: OwnAttempt; isMarked: boolean }

function AttemptStatus({ attempt: { state, hasPassed, globalLevel }, isMarked }: AttemptStatusProps) {
  if (state === 'open') return <Status status="under-way" />
  if (state === 'submitted') return <Status status="waiting">Waiting for feedback</Status>
  if (state === 'withdrawn') return <Status status="not-yet">Withdrawn</Status>
  if (!isMarked) return <Status status="met">Answered</Status>
  // Rated before read: here too.
  if (globalLevel === null) return <Status status="met">Feedback is here</Status>
  return hasPassed ? <Status status="passed" /> : <Status status="not-yet">Not passed yet</Status>
}
