import type { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Section } from './section.tsx'

type Waits = Awaited<ReturnType<typeof viewOwnCohorts>>['waits']

/** Places that go on to somebody else unless they are taken: they stand before everything. */
export function KeptPlaces({ waits, zone }: { waits: Waits; zone: string }) {
  return waits.map(({ cohortId, cohortName, courseSlug, offerUntil, isAccepted }) =>
    offerUntil === null ? null : (
      <Notice
        key={cohortId}
        title={isAccepted ? 'Your place waits for the payment' : 'A place is offered to you'}
        actions={
          <LinkButton href={isAccepted ? `/courses/${courseSlug}` : `/learn/${courseSlug}/enrolment`}>
            {isAccepted ? 'Go on to the payment' : 'Take it or leave it'}
            <span className="sr-only">: {cohortName}</span>
          </LinkButton>
        }
      >
        <p className="wrap-anywhere">
          {cohortName}: the place is kept for you until <Time value={offerUntil} zone={zone} style="date-time" />.
        </p>
      </Notice>
    ),
  )
}

/** The waiting lists that somebody is on, and where. */
export const WaitingLists = ({ waits }: { waits: Waits }) => (
  <Section title="Waiting for a place">
    {waits.map(({ cohortId, cohortName, courseSlug, position }) => (
      <article key={cohortId} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t py-5">
        <h3 className="text-lg wrap-anywhere">
          <a href={`/learn/${courseSlug}/enrolment`}>{cohortName}</a>
        </h3>
        <Status status="waiting">Number {position} on the waiting list</Status>
      </article>
    ))}
  </Section>
)
