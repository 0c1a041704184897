import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { reasonField } from '#app/features/enrolment/reason-field.ts'
import { viewWaivers, waivePrerequisite } from '#app/features/enrolment/waive-prerequisite.server.ts'
import { emailField } from '#app/features/people/account-fields.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { WaiveForm } from './waive-form.tsx'
import { WaiverTable } from './waiver-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Waived prerequisites · Stance' }]

const form = z.object({
  email: emailField,
  prerequisite: z.string().min(1, 'Choose what is waived.'),
  reason: reasonField,
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'prerequisites.waive')
  return { ...(await viewWaivers(actor)), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'prerequisites.waive')
  const sent = await parseForm(args.request, form)
  if (!sent.ok) return data({ fault: sent.fault }, { status: 400 })
  const waived = await waivePrerequisite(actor, sent.value, args.context.get(requestContext).now)
  if ('fault' in waived)
    return data({ fault: faultIn(waived.fault.field, waived.fault.message, sent.typed) }, { status: 400 })
  return redirectWithFlash('/prerequisites', 'Waived. They can be enrolled in the course now.')
}

export default function Prerequisites({ loaderData: { waivables, waivers, zone }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Waived prerequisites"
        lead="Some courses ask for a profession, a completed course or a training elsewhere. Where there is a reason, one of these is waived for one person."
      />
      <div className="grid gap-section">
        <section aria-labelledby="waived">
          <h2 id="waived" className="mb-4 text-2xl">
            Waived
          </h2>
          <WaiverTable waivers={waivers} zone={zone} />
        </section>
        <WaiveForm waivables={waivables} fault={actionData?.fault} />
      </div>
    </>
  )
}
