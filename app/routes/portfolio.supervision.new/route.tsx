import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { EntryForm } from '#app/features/portfolio/entry-form.tsx'
import { keepSupervision } from '#app/features/portfolio/keep-supervision.server.ts'
import { SupervisionFields } from '#app/features/portfolio/supervision-fields.tsx'
import { supervisionForm } from '#app/features/portfolio/supervision-form.server.ts'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { viewNewSupervision } from '#app/features/portfolio/view-supervision.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Log supervision · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const isRepeat = new URL(args.request.url).searchParams.get('repeat') === 'last'
  return { ...(await viewNewSupervision(actor, isRepeat, args.context.get(requestContext).now)), isRepeat }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const form = await parseForm(args.request, supervisionForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const kept = await keepSupervision(actor, form, args.context.get(requestContext).now)
  if ('fault' in kept) return data({ fault: kept.fault }, { status: 400 })
  if (kept.isCounted) return redirectWithFlash('/portfolio/supervision', 'The session is in your log.')
  return redirectWithFlash('/portfolio/supervision', NOT_COUNTED, 'info')
}

const NOT_COUNTED =
  'The session is in your log. It will not count: its supervisor was not approved on that day. Ask accreditation staff if that is not right.'

export default function NewSupervision({ loaderData, actionData }: Route.ComponentProps) {
  const { initial, last, isRepeat } = loaderData
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/supervision', label: 'Supervision' },
            ]}
          />
        }
        title="Log supervision"
        lead={
          isRepeat && last ? (
            <>Filled in from the session of {last}. Look at the day, and write what you take away.</>
          ) : undefined
        }
        actions={
          last &&
          !isRepeat && (
            <LinkButton href="/portfolio/supervision/new?repeat=last" variant="secondary">
              Repeat the last
            </LinkButton>
          )
        }
      />
      <EntryForm
        kept={<KeptForm form="portfolio-entry" subject="supervision.new" />}
        fault={fault}
        button="Keep this session"
      >
        <SupervisionFields fields={typedFields(fault, initial)} offer={loaderData} />
      </EntryForm>
    </>
  )
}
