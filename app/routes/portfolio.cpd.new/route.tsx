import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { CpdFields } from '#app/features/portfolio/cpd-fields.tsx'
import { EntryForm } from '#app/features/portfolio/entry-form.tsx'
import { blankCpd, cpdForm, keepCpd } from '#app/features/portfolio/keep-cpd.server.ts'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Add CPD · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { initial: blankCpd(todayIn(actor.timeZone, args.context.get(requestContext).now)) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const form = await parseForm(args.request, cpdForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const kept = await keepCpd(actor, form, args.context.get(requestContext).now)
  if ('fault' in kept) return data({ fault: kept.fault }, { status: 400 })
  return redirectWithFlash('/portfolio/cpd', 'It is in your portfolio.')
}

export default function NewCpd({ loaderData: { initial }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/cpd', label: 'CPD' },
            ]}
          />
        }
        title="Add CPD"
      />
      <EntryForm kept={<KeptForm form="portfolio-entry" subject="cpd.new" />} fault={fault} button="Keep this">
        <CpdFields fields={typedFields(fault, initial)} />
      </EntryForm>
    </>
  )
}
