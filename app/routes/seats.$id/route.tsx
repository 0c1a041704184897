import { data, Form, redirect } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { SeatStateTag } from '#app/features/billing/seats/seat-state-tag.tsx'
import { type SeatPage, viewSeats } from '#app/features/billing/seats/view-seats.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { idParam } from '#app/http/params.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { StatGroup } from '#app/ui/stat.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { ClaimLink } from './claim-link.tsx'
import { GiveSeats } from './give-seats.tsx'
import { SeatTable } from './seat-table.tsx'
import { changeSeats } from './seats-action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Seats of ${loaderData?.seats.title ?? 'a course'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  return { seats: await viewSeats(actor, idParam(args.params.id), now), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const id = idParam(args.params.id)
  await limitRate(args, 'seats', actor.id)
  const answer = await changeSeats(actor, id, args.request, args.context.get(requestContext).now)
  if ('fault' in answer) return data({ fault: answer.fault, link: undefined }, { status: 400 })
  // Shown once, and so by this answer and no later page.
  if ('link' in answer) return data({ fault: undefined, link: answer.link })
  if ('checkoutUrl' in answer) return redirect(answer.checkoutUrl)
  return redirectWithFlash(`/seats/${id}`, answer.done)
}

export default function Seats({ loaderData: { seats, zone }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  const isGiving = fault?.values.intent === 'give'
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/seats', label: 'Seats' },
              { href: `/seats/organisations/${seats.organisationId}`, label: seats.organisationName },
            ]}
          />
        }
        eyebrow={seats.organisationName}
        title={`Seats of ${seats.title}`}
        lead={<Paid seats={seats} zone={zone} />}
      />
      <div className="grid gap-section">
        <Counts seats={seats} />
        {seats.isToPay && (
          <Form method="post">
            <Button name="intent" value="pay">
              Go on to the payment
            </Button>
          </Form>
        )}
        <SeatTable rows={seats.rows} fault={isGiving ? undefined : fault} zone={zone} />
        {seats.state === 'open' && (
          <div className="grid gap-x-16 gap-y-section lg:grid-cols-2">
            <GiveSeats free={seats.free} fault={isGiving ? fault : undefined} />
            <ClaimLink isOpen={seats.isLinkOpen} link={actionData?.link} />
          </div>
        )}
      </div>
    </>
  )
}

function Paid({ seats, zone }: { seats: SeatPage; zone: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <SeatStateTag state={seats.state} />
      <span>
        {seats.amount}, ordered on <Time value={seats.placedAt} zone={zone} />
      </span>
      {seats.invoiceNumber && <a href={`/seats/${seats.id}/invoice`}>Invoice {seats.invoiceNumber}</a>}
      {seats.invoiceDueOn && (
        <span>
          due on <Time value={seats.invoiceDueOn} zone="UTC" />
        </span>
      )}
    </p>
  )
}

function Counts({ seats }: { seats: SeatPage }) {
  const count = (use: string) => seats.rows.filter((row) => row.use === use).length
  const givenBack = seats.state === 'open' && seats.seats < seats.quantity
  return (
    <StatGroup
      stats={[
        {
          label: 'Seats',
          value: seats.quantity,
          ...(givenBack && { note: `${seats.quantity - seats.seats} given back` }),
        },
        { label: 'Free', value: seats.free },
        { label: 'Waiting to be taken', value: count('given') },
        { label: 'Not begun', value: count('claimed') },
        { label: 'Begun', value: count('begun') },
        { label: 'Completed', value: count('completed') },
      ]}
    />
  )
}
