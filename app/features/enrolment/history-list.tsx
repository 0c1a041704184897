import { eventWords } from '#app/domain/enrolment/history.ts'
import { Time } from '#app/ui/time.tsx'
import type { ToldEvent } from './view-enrolment.server.ts'

/** What happened, the last first. */
export function HistoryList({ history, zone }: { history: readonly ToldEvent[]; zone: string }) {
  return (
    <ol className="grid gap-2">
      {history.toReversed().map((event) => (
        <li key={`${event.kind} ${event.at.toISOString()} ${event.cohort}`} className="grid gap-0.5">
          <span className="wrap-anywhere">{eventWords(event)}</span>
          <span className="text-ink-muted text-sm">
            <Time value={event.at} zone={zone} style="date-time" />
          </span>
          {event.reason && <span className="text-sm wrap-anywhere">Reason: {event.reason}</span>}
        </li>
      ))}
    </ol>
  )
}
