import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { CaseFields } from '#app/features/portfolio/case-fields.tsx'
import { caseForm, fieldsOfCase } from '#app/features/portfolio/case-form.server.ts'
import { EntryForm } from '#app/features/portfolio/entry-form.tsx'
import { correctCase } from '#app/features/portfolio/keep-case.server.ts'
import { BeforeCorrecting } from '#app/features/portfolio/signature-notices.tsx'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { viewCase } from '#app/features/portfolio/view-cases.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Correct case ${loaderData?.treatment.code ?? ''} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const treatment = await viewCase(actor, idParam(args.params.id))
  return { treatment, initial: fieldsOfCase(treatment.body), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const id = idParam(args.params.id)
  const form = await parseForm(args.request, caseForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const corrected = await correctCase(actor, id, form, args.context.get(requestContext).now)
  if ('fault' in corrected) return data({ fault: corrected.fault }, { status: 400 })
  return redirectWithFlash(`/portfolio/cases/${id}`, 'The case is corrected.')
}

export default function CorrectCase({ loaderData, actionData }: Route.ComponentProps) {
  const { treatment, initial, timeZone } = loaderData
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/cases', label: 'Cases' },
              { href: `/portfolio/cases/${treatment.id}`, label: treatment.code ?? '' },
            ]}
          />
        }
        title={`Correct ${treatment.code}`}
        lead="The code and the sessions stay. What it said before stays in its history."
      />
      <EntryForm
        kept={<KeptForm form="portfolio-entry" subject={`case.${treatment.id}`} />}
        fault={fault}
        version={treatment.version}
        before={<BeforeCorrecting {...treatment} by={treatment.signerName} timeZone={timeZone} />}
        button="Correct the case"
      >
        <CaseFields fields={typedFields(fault, initial)} />
      </EntryForm>
    </>
  )
}
