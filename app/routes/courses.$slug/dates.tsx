import { freePlaces } from '#app/domain/enrolment/places.ts'
import { whenWords } from '#app/domain/live/when.ts'
import { dayWords } from '#app/domain/pathway/days.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { CoursePage } from '#app/features/learning/view-catalogue.server.ts'

type Cohort = CoursePage['cohorts'][number]

/** When it is held live, in the time of the cohort. Nothing for a course that nobody holds live just now. */
export function Dates({ course, cohorts }: Pick<CoursePage, 'cohorts'> & { course: string }) {
  if (cohorts.length === 0) return null
  return (
    <section aria-labelledby="dates">
      <h2 id="dates" className="pb-3 text-2xl">
        Dates
      </h2>
      {cohorts.map((cohort) => (
        <article key={cohort.id} className="grid max-w-measure gap-2 border-line border-t py-4">
          <h3 className="text-lg">{cohort.name}</h3>
          <p className="text-ink-muted">
            Begins on {dayWords(cohort.startsOn)}
            {cohort.endsOn && `, ends on ${dayWords(cohort.endsOn)}`}
          </p>
          <p>{placesWords(cohort)}</p>
          {cohort.sessions.length > 0 && <Sessions cohort={cohort} />}
        </article>
      ))}
      <p className="max-w-measure text-sm">
        You join a cohort, or go onto its waiting list, under <a href={`/learn/${course}/enrolment`}>your enrolment</a>.
      </p>
    </section>
  )
}

/** "6 places left, to be taken from 1 December 2026 to 5 January 2027." */
function placesWords(cohort: Cohort): string {
  const { joinFrom, joinUntil } = cohort
  const left = freePlaces(cohort)
  if (left === 0) return 'Full at present; there is a waiting list.'
  const places =
    left === null ? 'There are places.' : inNumber(left, { one: '1 place is left.', other: '{n} places are left.' })
  const when = joinUntil
    ? `They can be taken from ${dayWords(joinFrom)} to ${dayWords(joinUntil)}.`
    : `They can be taken from ${dayWords(joinFrom)} on.`
  return `${places} ${when}`
}

function Sessions({ cohort: { sessions, timeZone } }: { cohort: Cohort }) {
  return (
    <ul className="grid gap-2">
      {sessions.map(({ title, startsAt, endsAt, isOnline }) => (
        <li key={`${startsAt} ${title}`}>
          {title}
          <span className="block text-ink-muted text-sm">
            {whenWords({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, timeZone)} ·{' '}
            {isOnline ? 'online' : 'in a room'}
          </span>
        </li>
      ))}
    </ul>
  )
}
