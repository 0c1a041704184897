import { data, redirect } from 'react-router'
import { z } from 'zod'
import { requireActor } from '#app/auth/guards.server.ts'
import { withdrawOrder } from '#app/features/billing/ask-refund.server.ts'
import { hasPortal, openOwnPortal } from '#app/features/billing/own-customer.server.ts'
import { resumeOrder, viewOwnPurchases } from '#app/features/billing/own-purchases.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { Route } from './+types/route'
import { PurchaseCard } from './purchase-card.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Purchases · Stance' }]

const purchaseForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['resume', 'withdraw']), order: z.uuid() }),
  z.object({ intent: z.literal('portal') }),
])

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return {
    purchases: await viewOwnPurchases(actor, args.context.get(requestContext).now),
    isSold: hasPortal(),
    zone: actor.timeZone,
  }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, purchaseForm)
  if (!form.ok) return data<FormFault>(form.fault, { status: 400 })
  if (form.value.intent === 'portal') {
    const portal = await openOwnPortal(actor)
    return portal ? redirect(portal) : redirectWithFlash('/settings/purchases', PORTAL_AWAY, 'critical')
  }
  const { intent, order } = form.value
  const refuse = (message: string) => data<FormFault>(faultIn('', message, form.typed), { status: 400 })
  if (intent === 'withdraw') {
    const answer = await withdrawOrder(actor, order, now)
    if ('fault' in answer) return refuse(answer.fault.message)
    const { text, tone } = outcomes[answer.outcome]
    return redirectWithFlash('/settings/purchases', text, tone)
  }
  const bought = await resumeOrder(actor, order, now)
  if ('fault' in bought) return refuse(bought.fault)
  if ('checkoutUrl' in bought) return redirect(bought.checkoutUrl)
  if ('isTheirs' in bought) return redirectWithFlash('/learn', 'The course is yours already.', 'info')
  return redirectWithFlash('/settings/purchases', STILL_AWAY, 'critical')
}

const PORTAL_AWAY = 'Our payment provider does not answer just now. Please try again in a minute.'

const STILL_AWAY = 'Our payment provider still does not answer. Your order is kept and nothing was charged.'

const outcomes = {
  made: { text: 'The whole amount is on its way back to you. Banks take five to ten days.', tone: 'positive' },
  kept: {
    text: 'Your request is kept. Our payment provider does not answer just now; we send it as soon as it does.',
    tone: 'info',
  },
  refused: {
    text: 'Our payment provider refused the refund. Please write to us: your request is kept.',
    tone: 'critical',
  },
} as const

export default function Purchases({ loaderData: { purchases, isSold, zone }, actionData }: Route.ComponentProps) {
  if (purchases.length === 0)
    return (
      <EmptyState
        title="You have bought nothing yet"
        actions={<LinkButton href="/#courses">See the courses</LinkButton>}
      >
        What you buy stands here, with its receipt, and can be given back from here within 14 days.
      </EmptyState>
    )
  return (
    <div className="grid max-w-measure gap-6">
      <ErrorSummary errors={errorsOf(actionData)} title="That could not be done" />
      {purchases.map((purchase) => (
        <PurchaseCard key={purchase.id} purchase={purchase} zone={zone} />
      ))}
      {isSold && (
        <form method="post" className="grid justify-items-start gap-2 border-line border-t pt-5">
          <p>Your card, your address and the invoices are kept by Stripe, which takes the payments.</p>
          <Button name="intent" value="portal" variant="secondary">
            Cards and invoices
          </Button>
        </form>
      )}
    </div>
  )
}
