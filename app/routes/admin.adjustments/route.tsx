import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { emailField } from '#app/features/people/account-fields.server.ts'
import { listAdjustments, recordAdjustment } from '#app/features/people/adjustments.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { pageParam } from '#app/http/params.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { AdjustmentForm } from './adjustment-form.tsx'
import { AdjustmentTable } from './adjustment-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Adjustments · Stance' }]

const MAX_DAYS = 365

const form = z.object({
  email: emailField,
  extraDays: z.coerce
    .number('Enter a number of days.')
    .int('Enter whole days.')
    .min(0, 'Enter 0 or more.')
    .max(MAX_DAYS, `Enter at most ${MAX_DAYS}.`),
  otherFormat: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'adjustments.manage')
  const page = pageParam(args.request)
  return { ...(await listAdjustments(page)), page, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'adjustments.manage')
  const sent = await parseForm(args.request, form)
  if (!sent.ok) return data({ fault: sent.fault }, { status: 400 })
  const recorded = await recordAdjustment(actor, sent.value, args.context.get(requestContext).now)
  if ('refused' in recorded) return data({ fault: faultIn('email', recorded.refused, sent.typed) }, { status: 400 })
  return redirectWithFlash('/admin/adjustments', recorded.isRecorded ? RECORDED : 'Nothing is recorded any more.')
}

const RECORDED = 'This is recorded. The person has been told, and it holds for every deadline from now on.'

export default function Adjustments({ loaderData, actionData }: Route.ComponentProps) {
  const { adjustments, page, pages, zone } = loaderData
  return (
    <>
      <PageHeader
        title="Extra time"
        lead="What was agreed with a person about extra time or another format: recorded once, applied to every deadline by itself. The person sees it in their settings; whoever marks never does."
      />
      <div className="grid gap-section">
        <section aria-labelledby="recorded">
          <h2 id="recorded" className="mb-4 text-2xl">
            Recorded
          </h2>
          <AdjustmentTable adjustments={adjustments} zone={zone} />
          <Pagination page={page} pageCount={pages} hrefOf={(to) => `/admin/adjustments?page=${to}`} />
        </section>
        <AdjustmentForm fault={actionData?.fault} />
      </div>
    </>
  )
}
