import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { settleForm, settleInvoice } from '#app/features/billing/seats/settle-invoice.server.ts'
import { viewInvoices } from '#app/features/billing/seats/view-invoices.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { pageParam } from '#app/http/params.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { InvoiceCard } from './invoice-card.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Invoices · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'invoices.settle')
  const page = pageParam(args.request)
  return { ...(await viewInvoices(page, args.context.get(requestContext).now)), page }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'invoices.settle')
  const form = await parseForm(args.request, settleForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const settled = await settleInvoice(actor, form.value, args.context.get(requestContext).now)
  if ('fault' in settled)
    return data({ fault: faultIn(settled.fault.field, settled.fault.message, form.typed) }, { status: 400 })
  return redirectWithFlash('/admin/invoices', settled.done)
}

export default function Invoices({ loaderData: { invoices, page, pageCount }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        title="Invoices"
        lead="What organisations owe for seats. A payment is recorded when it stands on the bank statement."
      />
      {invoices.length === 0 && <p className="text-ink-muted">No invoice has been issued yet.</p>}
      <ul className="grid max-w-form gap-10">
        {invoices.map((invoice) => (
          <InvoiceCard
            key={invoice.purchaseId}
            invoice={invoice}
            fault={fault?.values.purchase === invoice.purchaseId ? fault : undefined}
          />
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `/admin/invoices?page=${to}`} />
    </>
  )
}
