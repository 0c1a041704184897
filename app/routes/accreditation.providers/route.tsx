import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { changeProvider, providerForm, viewProviders } from '#app/features/accreditation/manage-providers.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { AddProvider } from './add-provider.tsx'
import { ProviderCard } from './provider-card.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Providers · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'providers.manage')
  return { providers: await viewProviders(), today: todayIn(actor.timeZone, args.context.get(requestContext).now) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'providers.manage')
  const form = await parseForm(args.request, providerForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const fault = await changeProvider(actor, form.value, args.context.get(requestContext).now)
  if (fault) return data({ fault: faultIn(fault.field, fault.message, form.typed) }, { status: 400 })
  return redirectWithFlash('/accreditation/providers', done[form.value.intent])
}

const done = {
  add: 'The provider is in the list, and approved for these days.',
  approve: 'The approval is recorded. Trainings on its days count from now on.',
  end: 'The approval ends with this day.',
  decline: 'It stays out of the list. The trainee sees that it was not approved.',
}

export default function Providers({ loaderData: { providers, today }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  /** The fault belongs to one of the many forms of this page. */
  const faultOf = (name: string, value: string) => (fault?.values[name] === value ? fault : undefined)
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title="Providers of training"
        lead="Whose trainings count, and on which days. What was approved stays on record: an approval is ended, never taken away."
      />
      <div className="grid max-w-form gap-section">
        <section aria-labelledby="list">
          <h2 id="list" className="mb-2 text-2xl">
            On record
          </h2>
          {providers.length === 0 && <p className="text-ink-muted">No provider is on record yet.</p>}
          <ul>
            {providers.map((provider) => (
              <ProviderCard
                key={provider.id}
                provider={provider}
                today={today}
                fault={faultOf('provider', provider.id)}
                endFault={provider.approvals.some(({ id }) => faultOf('approval', id)) ? fault : undefined}
              />
            ))}
          </ul>
        </section>
        <AddProvider fault={faultOf('intent', 'add')} />
      </div>
    </>
  )
}
