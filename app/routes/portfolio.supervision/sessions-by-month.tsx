import { inList } from '#app/domain/listing.ts'
import { monthWords } from '#app/domain/pathway/days.ts'
import { writtenMinutes } from '#app/domain/portfolio/words.ts'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import type { SessionView } from '#app/features/portfolio/view-supervision.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { formatTime } from '#app/ui/time.tsx'

type SessionsByMonthProps = { sessions: readonly SessionView[]; timeZone: string }

export function SessionsByMonth({ sessions, timeZone }: SessionsByMonthProps) {
  const byMonth = [...Map.groupBy(sessions, ({ body }) => body.on.slice(0, 7))]
  return (
    <div className="grid gap-10">
      {byMonth.map(([month, held]) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <div className="flex items-baseline justify-between gap-4 border-ink border-b-[1.5px] pb-1.5">
            <h2 id={`month-${month}`} className="text-xl">
              {monthWords(month)}
            </h2>
            <p className="text-ink-muted text-sm tabular-nums">
              {writtenMinutes(held.reduce((sum, { body }) => sum + body.minutes, 0))}
            </p>
          </div>
          <ul>
            {held.map((session) => (
              <Session key={session.id} session={session} timeZone={timeZone} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Session({ session, timeZone }: { session: SessionView; timeZone: string }) {
  const { id, body, caseCodes, supervisorName, isCounted } = session
  const day = formatTime(body.on, 'UTC', 'short-day')
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-line border-b py-3 sm:grid-cols-[6.5rem_1fr_auto]">
      <a href={`/portfolio/supervision/${id}`} className="font-semibold tabular-nums">
        {day}, {body.startsAt}
      </a>
      <div className="grid min-w-0 gap-1">
        <p className="text-sm">
          {body.mode === 'group'
            ? `${body.minutes} min in a group of ${body.supervisees} with ${supervisorName}`
            : `${body.minutes} min alone with ${supervisorName}`}
          {caseCodes.length > 0 && `, on ${inList(caseCodes)}`}
        </p>
        <p className="line-clamp-2 max-w-measure font-serif text-ink-muted">{body.takenAway}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2 sm:max-w-52 sm:justify-end">
        {!isCounted && <Tag tone="caution">Before the approval</Tag>}
        <SignatureState {...session} timeZone={timeZone} />
      </div>
    </li>
  )
}
