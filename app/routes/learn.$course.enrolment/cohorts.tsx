import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { EnrolmentView, ShownCohort } from '#app/features/enrolment/view-enrolment.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Leave } from './leave.tsx'
import { Transfer } from './transfer.tsx'

type CohortsProps = {
  cohorts: EnrolmentView['cohorts']
  slug: string
  zone: string
  today: string
  fault: FormFault | undefined
}

/** The cohorts of the course that one is in, waits for or may join. */
export function Cohorts({ cohorts, slug, zone, today, fault }: CohortsProps) {
  return (
    <section aria-labelledby="cohorts">
      <h2 id="cohorts" className="mb-4 text-2xl">
        Cohorts
      </h2>
      <ul className="border-line border-b">
        {cohorts.map((cohort) => (
          <li key={cohort.id} className="grid gap-3 border-line border-t py-5">
            <h3 className="text-lg wrap-anywhere">{cohort.name}</h3>
            <p className="text-ink-muted text-sm">
              {cohort.endsOn ? (
                <>
                  From <Time value={cohort.startsOn} zone="UTC" /> to <Time value={cohort.endsOn} zone="UTC" />
                </>
              ) : (
                <>
                  Starts on <Time value={cohort.startsOn} zone="UTC" />
                </>
              )}
            </p>
            <CohortState cohort={cohort} slug={slug} zone={zone} />
            {cohort.state === 'member' && (
              <InCohort cohort={cohort} today={today} fault={fault?.values.cohort === cohort.id ? fault : undefined} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type InCohortProps = { cohort: ShownCohort; today: string; fault: FormFault | undefined }

/** What whoever is in a cohort may ask its leads for. */
function InCohort({ cohort, today, fault }: InCohortProps) {
  const isTransfer = fault?.values.intent === 'ask-transfer'
  return (
    <>
      <Leave cohort={cohort} today={today} fault={isTransfer ? undefined : fault} />
      <Transfer cohort={cohort} fault={isTransfer ? fault : undefined} />
    </>
  )
}

function CohortState({ cohort, slug, zone }: { cohort: ShownCohort; slug: string; zone: string }) {
  switch (cohort.state) {
    case 'member':
      return (
        <p>
          <Status status="met">You are in this cohort</Status>
        </p>
      )
    case 'offered':
      return <Offer cohort={cohort} slug={slug} zone={zone} />
    case 'waiting':
      return (
        <>
          <p>
            <Status status="waiting">You are number {cohort.position} on the waiting list</Status>
          </p>
          <p>When a place is free, it is offered in this order. You are told by mail, and have some time to decide.</p>
          <Act cohort={cohort} intent="decline" variant="secondary" label="Leave the waiting list" />
        </>
      )
    case 'open':
      return <Joining cohort={cohort} />
  }
}

function Offer({ cohort, slug, zone }: { cohort: ShownCohort; slug: string; zone: string }) {
  return (
    <>
      <p>
        A place is kept for you until{' '}
        <strong>{cohort.offerUntil && <Time value={cohort.offerUntil} zone={zone} style="date-time" />}</strong>. After
        that it goes to whoever is next.
      </p>
      {cohort.isAccepted && (
        <p>
          You have said yes: the place is yours as soon as <a href={`/courses/${slug}`}>the course is bought</a>.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {!cohort.isAccepted && <Act cohort={cohort} intent="accept" variant="primary" label="Take the place" />}
        <Act cohort={cohort} intent="decline" variant="secondary" label="Leave it to somebody else" />
      </div>
    </>
  )
}

function Joining({ cohort }: { cohort: ShownCohort }) {
  if (!cohort.isJoinable) return <p>It can be joined later.</p>
  const isFull = cohort.free === 0
  return (
    <>
      <p>
        {isFull ? 'Every place is taken or kept for somebody.' : placesWords(cohort.free)}
        {cohort.joinUntil && (
          <>
            {' '}
            It can be joined until <Time value={cohort.joinUntil} zone="UTC" />.
          </>
        )}
      </p>
      <Act cohort={cohort} intent="join" variant="primary" label={isFull ? 'Go onto the waiting list' : 'Join'} />
    </>
  )
}

const placesWords = (free: number | null) =>
  free === null ? 'There is room.' : inNumber(free, { one: '1 place is free.', other: '{n} places are free.' })

type ActProps = { cohort: ShownCohort; intent: string; variant: 'primary' | 'secondary'; label: string }

const Act = ({ cohort, intent, variant, label }: ActProps) => (
  <Form method="post">
    <input type="hidden" name="cohort" value={cohort.id} />
    <Button name="intent" value={intent} variant={variant}>
      {label}
      <span className="sr-only">: {cohort.name}</span>
    </Button>
  </Form>
)
