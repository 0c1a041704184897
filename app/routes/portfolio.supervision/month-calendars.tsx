import { inList } from '#app/domain/listing.ts'
import { monthWords } from '#app/domain/pathway/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Gap, monthGrid } from '#app/domain/portfolio/supervision-calendar.ts'
import { sessionsWords } from '#app/domain/portfolio/words.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import type { SessionView } from '#app/features/portfolio/view-supervision.server.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

type MonthCalendarsProps = { months: readonly string[]; sessions: readonly SessionView[]; gaps: readonly Gap[] }

/** Every month since the first session: a month without any is seen as such. */
export function MonthCalendars({ months, sessions, gaps }: MonthCalendarsProps) {
  const byDay = Map.groupBy(sessions, ({ body }) => body.on)
  const isInGap = (day: Day) => gaps.some(({ after, to }) => after < day && day <= to)
  return (
    <>
      {gaps.length > 0 && (
        <p className="mb-6 text-ink-muted text-sm">
          <span className="rounded-sm bg-caution-soft px-2 py-1 text-caution">Shaded</span> where more than three weeks
          passed without supervision.
        </p>
      )}
      <div className="grid items-start gap-x-12 gap-y-10 sm:grid-cols-2 xl:grid-cols-3">
        {months.map((month) => (
          <MonthCalendar key={month} month={month} byDay={byDay} isInGap={isInGap} />
        ))}
      </div>
    </>
  )
}

type MonthCalendarProps = {
  month: string
  byDay: ReadonlyMap<Day, readonly SessionView[]>
  isInGap: (day: Day) => boolean
}

function MonthCalendar({ month, byDay, isInGap }: MonthCalendarProps) {
  const { weeks } = monthGrid(month)
  const held = weeks.flat().flatMap((day) => (day && byDay.get(day)) || []).length
  return (
    <table className="w-full max-w-sm table-fixed text-center tabular-nums">
      <caption className="pb-2 text-start">
        <span className="font-serif text-lg">{monthWords(month)}</span>{' '}
        <span className="text-ink-muted text-sm">{held === 0 ? 'no session' : sessionsWords(held)}</span>
      </caption>
      <thead>
        <tr className="border-line border-b text-ink-muted text-xs">
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col" className="pb-1 font-normal">
              <abbr title={name} className="no-underline">
                {name.slice(0, 2)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month stay in their order
          <tr key={index}>
            {week.map((day, place) => (
              <td key={WEEKDAYS[place]} className={`p-0.5 ${day && isInGap(day) ? 'bg-caution-soft' : ''}`}>
                {day && <DayOfMonth day={day} sessions={byDay.get(day) ?? []} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A day with supervision is filled and leads to it; of two on one day, to the first. */
function DayOfMonth({ day, sessions }: { day: Day; sessions: readonly SessionView[] }) {
  const date = Number(day.slice(8))
  const [first] = sessions
  if (!first) return <span className="grid min-h-9 place-content-center text-ink-muted text-sm">{date}</span>
  return (
    <a
      href={`/portfolio/supervision/${first.id}`}
      className="grid min-h-9 place-content-center rounded-sm bg-primary font-semibold text-primary-ink text-sm no-underline hover:bg-primary-strong hover:text-primary-ink forced-colors:border"
    >
      <span>
        {date}
        <span className="sr-only">: {inList(sessions.map(({ body }) => minutesWords(body.minutes)))}</span>
      </span>
    </a>
  )
}
