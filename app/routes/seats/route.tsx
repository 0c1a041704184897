import { requireActor } from '#app/auth/guards.server.ts'
import { SeatStateTag } from '#app/features/billing/seats/seat-state-tag.tsx'
import { type OwnSeats, viewOwnSeats } from '#app/features/billing/seats/view-seats.server.ts'
import { requestContext } from '#app/http/context.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Seats · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return { ...(await viewOwnSeats(actor, args.context.get(requestContext).now)), zone: actor.timeZone }
}

export default function Seats({ loaderData: { organisations, seats, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Seats"
        lead="Courses that an organisation pays for its people."
        actions={
          <LinkButton href="/seats/new" variant="secondary">
            Set up an organisation
          </LinkButton>
        }
      />
      <div className="grid gap-section">
        {seats.length > 0 && <OwnSeatList seats={seats} />}
        {organisations.map((organisation) => (
          <Organisation key={organisation.id} organisation={organisation} zone={zone} />
        ))}
        {organisations.length === 0 && (
          <EmptyState title="You manage no organisation">
            Anybody can set one up: a trust, a clinic, a university. You then order seats of a course for it, by card or
            against an invoice, and give them to your people. You see who has begun and who has completed, and nothing
            else of what they do.
          </EmptyState>
        )}
      </div>
    </>
  )
}

function OwnSeatList({ seats }: Pick<OwnSeats, 'seats'>) {
  return (
    <section aria-labelledby="own">
      <h2 id="own" className="pb-3 text-2xl">
        Your own seats
      </h2>
      <ul className="grid gap-2">
        {seats.map(({ id, title, courseSlug, organisationName, isClaimed }) => (
          <li key={id}>
            <a href={isClaimed ? `/learn/${courseSlug}` : `/claim/${id}`}>{title}</a>, paid by {organisationName}
            {!isClaimed && ' (waiting for you)'}
          </li>
        ))}
      </ul>
    </section>
  )
}

type OrganisationProps = { organisation: OwnSeats['organisations'][number]; zone: string }

function Organisation({ organisation: { id, name, purchases }, zone }: OrganisationProps) {
  return (
    <section aria-labelledby={id}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 pb-3">
        <h2 id={id} className="text-2xl wrap-anywhere">
          {name}
        </h2>
        <a href={`/seats/organisations/${id}`}>
          Order seats, billing and managers<span className="sr-only"> of {name}</span>
        </a>
      </div>
      <Table
        caption={`Seats of ${name}`}
        hideCaption
        rows={purchases}
        rowKey={({ id: purchase }) => purchase}
        empty="No seats are ordered yet."
        columns={[
          {
            key: 'title',
            header: 'Course',
            cell: ({ id: purchase, title, placedAt }) => (
              <a href={`/seats/${purchase}`}>
                {title}
                <span className="sr-only">
                  , ordered on <Time value={placedAt} zone={zone} />
                </span>
              </a>
            ),
          },
          { key: 'placed', header: 'Ordered', cell: ({ placedAt }) => <Time value={placedAt} zone={zone} /> },
          { key: 'state', header: 'State', cell: ({ state }) => <SeatStateTag state={state} /> },
          { key: 'seats', header: 'Seats', numeric: true, cell: ({ quantity }) => quantity },
          { key: 'held', header: 'Given', numeric: true, cell: ({ held }) => held },
          { key: 'completed', header: 'Completed', numeric: true, cell: ({ completed }) => completed },
        ]}
      />
    </section>
  )
}
