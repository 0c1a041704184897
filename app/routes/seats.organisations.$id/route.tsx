import { data, redirect } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { viewOrganisation } from '#app/features/billing/seats/view-seats.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { idParam } from '#app/http/params.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { BillingForm } from './billing-form.tsx'
import { BuySeats } from './buy-seats.tsx'
import { Managers } from './managers.tsx'
import { changeOrganisation } from './organisation-action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.organisation.name ?? 'Organisation'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  return { organisation: await viewOrganisation(actor, idParam(args.params.id), now), ownId: actor.id }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const id = idParam(args.params.id)
  // Adding a manager tells whether an address has an account.
  await limitRate(args, 'seats', actor.id)
  const answer = await changeOrganisation(actor, id, args.request, args.context.get(requestContext).now)
  if ('fault' in answer) return data({ fault: answer.fault }, { status: 400 })
  if ('done' in answer) return redirectWithFlash(`/seats/organisations/${id}`, answer.done)
  if (answer.checkoutUrl) return redirect(answer.checkoutUrl)
  return answer.isKept
    ? redirectWithFlash(`/seats/${answer.purchaseId}`, KEPT, 'critical')
    : redirectWithFlash(`/seats/${answer.purchaseId}`, 'The seats are ordered, and their invoice is issued.')
}

const KEPT =
  'Our payment provider does not answer just now. Your order is kept and nothing was charged: go on from here in a minute.'

export default function Organisation({ loaderData: { organisation, ownId }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/seats', label: 'Seats' }]} />}
        title={organisation.name}
        lead={
          organisation.isOnAccount
            ? 'On account: its seats open when their invoice is issued.'
            : 'Its seats open when they are paid.'
        }
      />
      <div className="grid max-w-form gap-section">
        <BuySeats organisation={organisation} fault={faultOf(fault, 'buy')} />
        <Managers
          managers={organisation.managers}
          ownId={ownId}
          fault={faultOf(fault, 'add-manager', 'remove-manager')}
        />
        <BillingForm organisation={organisation} fault={faultOf(fault, 'change')} />
      </div>
    </>
  )
}
