import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { refundForm, refundOrder } from '#app/features/billing/ask-refund.server.ts'
import { OrderStateTag } from '#app/features/billing/order-state-tag.tsx'
import { viewOrder } from '#app/features/billing/view-orders.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { RefundForm } from './refund-form.tsx'
import { RefundList } from './refund-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Order · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'orders.refund')
  return { order: await viewOrder(actor, idParam(args.params.id)), zone: actor.timeZone }
}

const outcomes = {
  made: { text: 'The amount is on its way back.', tone: 'positive' },
  kept: { text: 'The refund is kept, and sent as soon as Stripe answers again.', tone: 'info' },
  refused: { text: 'Stripe refused the refund. What it said stands below.', tone: 'critical' },
} as const

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'orders.refund')
  const id = idParam(args.params.id)
  const form = await parseForm(args.request, refundForm)
  if (!form.ok) return data<FormFault>(form.fault, { status: 400 })
  const answer = await refundOrder(actor, id, form.value, args.context.get(requestContext).now)
  if ('fault' in answer)
    return data<FormFault>(faultIn(answer.fault.field, answer.fault.message, form.typed), { status: 400 })
  const { text, tone } = outcomes[answer.outcome]
  return redirectWithFlash(`/admin/orders/${id}`, text, tone)
}

export default function Order({ loaderData: { order, zone }, actionData }: Route.ComponentProps) {
  const facts = [
    { term: 'State', value: <OrderStateTag state={order.state} /> },
    { term: 'Buyer', value: <span className="wrap-anywhere">{`${order.buyerName}, ${order.buyerEmail}`}</span> },
    { term: 'Amount', value: order.amount },
    { term: 'Given back', value: order.refunded ?? 'Nothing' },
    { term: 'Ordered', value: <Time value={order.placedAt} zone={zone} style="date-time" /> },
    { term: 'Paid', value: order.paidAt ? <Time value={order.paidAt} zone={zone} style="date-time" /> : 'Not yet' },
  ]
  return (
    <>
      <PageHeader above={<Breadcrumb trail={[{ href: '/admin/orders', label: 'Orders' }]} />} title={order.title} />
      <div className="grid gap-10">
        <DefinitionList facts={facts} />
        <RefundList refunds={order.refunds} zone={zone} />
        <Table
          caption="Movements of money"
          rows={order.movements}
          rowKey={({ id }) => id}
          empty="No money has moved for this order."
          columns={[
            { key: 'at', header: 'When', cell: ({ at }) => <Time value={at} zone={zone} style="date-time" /> },
            { key: 'kind', header: 'What', cell: ({ kind }) => kind.replaceAll('_', ' ') },
            { key: 'amount', header: 'Amount', numeric: true, cell: ({ amount }) => amount },
            { key: 'fee', header: 'Fee', numeric: true, cell: ({ fee }) => fee },
            { key: 'net', header: 'Net', numeric: true, cell: ({ net }) => net },
          ]}
        />
        {order.left && !order.isOwn && <RefundForm left={order.left} currency={order.currency} fault={actionData} />}
      </div>
    </>
  )
}
