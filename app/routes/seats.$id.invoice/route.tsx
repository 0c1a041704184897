import { requireActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { InvoiceStateTag } from '#app/features/billing/seats/invoice-state-tag.tsx'
import { viewInvoice } from '#app/features/billing/seats/view-invoices.server.ts'
import { requestContext } from '#app/http/context.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Invoice ${loaderData?.invoice.number ?? ''} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  const settles = can(actor, 'invoices.settle')
  const id = idParam(args.params.id)
  return { invoice: await viewInvoice(actor, id, settles, now), back: settles ? SETTLING : backTo(id) }
}

const SETTLING = { href: '/admin/invoices', label: 'Invoices' }

const backTo = (id: string) => ({ href: `/seats/${id}`, label: 'Its seats' })

/** Made to be printed, or kept as a PDF by the browser. Days are those of UTC, as in the books. */
export default function Invoice({ loaderData: { invoice, back } }: Route.ComponentProps) {
  const { billedName, billedAddress, billedVat, poReference, paidAt, voidedAt } = invoice
  const facts = [
    { term: 'State', value: <InvoiceStateTag state={invoice.state} /> },
    { term: 'Issued', value: <Time value={invoice.issuedAt} zone="UTC" /> },
    { term: 'Due', value: <Time value={invoice.dueOn} zone="UTC" /> },
    ...(poReference ? [{ term: 'Your purchase order', value: poReference }] : []),
    ...(paidAt ? [{ term: 'Paid', value: <Time value={paidAt} zone="UTC" /> }] : []),
    ...(voidedAt ? [{ term: 'Cancelled', value: <Time value={voidedAt} zone="UTC" /> }] : []),
    ...(invoice.refunded ? [{ term: 'Given back', value: invoice.refunded }] : []),
  ]
  return (
    <>
      <PageHeader above={<Breadcrumb trail={[back]} />} title={`Invoice ${invoice.number}`} />
      <div className="grid max-w-form gap-10">
        <div className="grid gap-6 sm:grid-cols-2">
          <Party label="From" text={invoice.from} />
          <Party
            label="To"
            text={[billedName, billedAddress, ...(billedVat ? [`VAT number ${billedVat}`] : [])].join('\n')}
          />
        </div>
        <DefinitionList facts={facts} />
        <Table
          caption="What it is for"
          hideCaption
          rows={[invoice]}
          rowKey={({ number }) => number}
          columns={[
            { key: 'what', header: 'What', cell: ({ title }) => `Seats of “${title}”` },
            { key: 'quantity', header: 'Seats', numeric: true, cell: ({ quantity }) => quantity },
            { key: 'each', header: 'Each', numeric: true, cell: ({ each }) => each },
            { key: 'total', header: 'Total', numeric: true, cell: ({ total }) => total },
          ]}
        />
        <p>
          {(invoice.state === 'unpaid' || invoice.state === 'overdue') &&
            `Please pay ${invoice.total} by bank transfer within ${invoice.daysUntilDue} days, and name the invoice ${invoice.number}. `}
          No VAT is added.
        </p>
      </div>
    </>
  )
}

const Party = ({ label, text }: { label: string; text: string }) => (
  <section aria-label={label}>
    <p className="text-ink-muted text-sm">{label}</p>
    <p className="whitespace-pre-line wrap-anywhere">{text}</p>
  </section>
)
