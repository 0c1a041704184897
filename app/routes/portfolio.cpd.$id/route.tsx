import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { CpdFields } from '#app/features/portfolio/cpd-fields.tsx'
import { EntryForm } from '#app/features/portfolio/entry-form.tsx'
import { HistoryLink } from '#app/features/portfolio/history-link.tsx'
import { correctCpd, cpdForm, fieldsOfCpd, takeCpdOut } from '#app/features/portfolio/keep-cpd.server.ts'
import { ownEntry } from '#app/features/portfolio/own-entry.server.ts'
import { TakeOut } from '#app/features/portfolio/take-out.tsx'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.entry.body.topic ?? 'CPD'} · Stance` },
]

const pageForm = z.discriminatedUnion('intent', [
  cpdForm.extend({ intent: z.literal('keep') }),
  z.object({ intent: z.literal('take-out') }),
])

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const entry = await ownEntry(actor, 'cpd', idParam(args.params.id))
  return { entry, initial: fieldsOfCpd(entry.body) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const [id, { now }] = [idParam(args.params.id), args.context.get(requestContext)]
  const form = await parseForm(args.request, pageForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  if (form.value.intent === 'take-out') {
    await takeCpdOut(actor, id, now)
    return redirectWithFlash('/portfolio/cpd', 'It is no longer in your portfolio.')
  }
  const { intent: _, ...value } = form.value
  const corrected = await correctCpd(actor, id, { value, typed: form.typed }, now)
  if ('fault' in corrected) return data({ fault: corrected.fault }, { status: 400 })
  return redirectWithFlash('/portfolio/cpd', 'It is corrected.')
}

export default function CpdEntry({ loaderData: { entry, initial }, actionData }: Route.ComponentProps) {
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
        title={entry.body.topic}
      />
      <div className="grid gap-8">
        <EntryForm
          kept={<KeptForm form="portfolio-entry" subject={`cpd.${entry.id}`} />}
          fault={fault}
          version={entry.version}
          button="Correct this"
        >
          <CpdFields fields={typedFields(fault, initial)} />
        </EntryForm>
        <div className="grid gap-2">
          <HistoryLink id={entry.id} version={entry.version} />
          <TakeOut what="this" />
        </div>
      </div>
    </>
  )
}
