import { whenWords } from '#app/domain/live/when.ts'
import { SessionPlace } from '#app/features/cohorts/session-place.tsx'
import type { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { Section } from './section.tsx'

type NextSessionProps = { session: NonNullable<Awaited<ReturnType<typeof viewOwnCohorts>>['session']>; zone: string }

/** When the cohort meets next, in the person's own time. */
export function NextSession({ session, zone }: NextSessionProps) {
  const span = { startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) }
  return (
    <Section title={session.isOver ? 'Last live session' : 'Next live session'}>
      <article className="grid gap-x-12 gap-y-3 border-line border-t py-5 md:grid-cols-[1fr_18rem]">
        <div className="grid content-start gap-2">
          <h3 className="text-lg">
            <a href="/learn/sessions">{session.title}</a>
          </h3>
          <p>{whenWords(span, zone)}</p>
        </div>
        <div>{session.isOver || <SessionPlace session={session} />}</div>
      </article>
    </Section>
  )
}
