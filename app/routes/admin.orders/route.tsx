import { requirePermission } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { OrderStateTag } from '#app/features/billing/order-state-tag.tsx'
import { viewOrders } from '#app/features/billing/view-orders.server.ts'
import { requestContext } from '#app/http/context.ts'
import { pageParam } from '#app/http/params.ts'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Orders · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'orders.refund')
  const page = pageParam(args.request)
  const month = args.context.get(requestContext).now.toISOString().slice(0, 7)
  return { ...(await viewOrders(page)), page, month, readsLedger: can(actor, 'ledger.read'), zone: actor.timeZone }
}

export default function Orders({ loaderData }: Route.ComponentProps) {
  const { orders, page, pageCount, month, readsLedger, zone } = loaderData
  return (
    <>
      <PageHeader title="Orders" lead="What people bought, and what became of their payments." />
      {readsLedger && <LedgerForm month={month} />}
      <Table
        caption="Orders, the newest first"
        hideCaption
        rows={orders}
        rowKey={({ id }) => id}
        empty="Nobody has ordered anything yet."
        columns={[
          {
            key: 'buyer',
            header: 'Buyer',
            cell: ({ id, buyerName }) => <a href={`/admin/orders/${id}`}>{buyerName}</a>,
          },
          { key: 'item', header: 'Item', cell: ({ title }) => title },
          { key: 'state', header: 'State', cell: ({ state }) => <OrderStateTag state={state} /> },
          { key: 'placed', header: 'Ordered', cell: ({ placedAt }) => <Time value={placedAt} zone={zone} /> },
          { key: 'amount', header: 'Amount', numeric: true, cell: ({ amount }) => amount },
          { key: 'refunded', header: 'Given back', numeric: true, cell: ({ refunded }) => refunded ?? '–' },
        ]}
      />
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `/admin/orders?page=${to}`} />
    </>
  )
}

function LedgerForm({ month }: { month: string }) {
  return (
    <form action="/admin/orders/ledger.csv" className="mb-8 flex flex-wrap items-end gap-4">
      <TextField
        name="month"
        label="Ledger of a month (UTC)"
        defaultValue={month}
        pattern="20\d\d-(0[1-9]|1[0-2])"
        className="max-w-40 tabular-nums"
        required
      />
      <Button variant="secondary">Download as CSV</Button>
    </form>
  )
}
