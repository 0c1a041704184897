import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { CaseFields } from '#app/features/portfolio/case-fields.tsx'
import { blankCase, caseForm } from '#app/features/portfolio/case-form.server.ts'
import { EntryForm } from '#app/features/portfolio/entry-form.tsx'
import { keepCase } from '#app/features/portfolio/keep-case.server.ts'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'New case · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { initial: blankCase(todayIn(actor.timeZone, args.context.get(requestContext).now)) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const form = await parseForm(args.request, caseForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const kept = await keepCase(actor, form, args.context.get(requestContext).now)
  if ('fault' in kept) return data({ fault: kept.fault }, { status: 400 })
  return redirectWithFlash(
    `/portfolio/cases/${kept.id}`,
    'The case is kept, under the code below. Add its sessions next.',
  )
}

export default function NewCase({ loaderData: { initial }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/cases', label: 'Cases' },
            ]}
          />
        }
        title="New case"
        lead="It gets a code of its own, such as KT-42, once you keep it. Note in your service’s own records whom the code stands for, never here."
      />
      <EntryForm kept={<KeptForm form="portfolio-entry" subject="case.new" />} fault={fault} button="Keep this case">
        <CaseFields fields={typedFields(fault, initial)} />
      </EntryForm>
    </>
  )
}
