import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { closeConcern, closingForm } from '#app/features/concerns/close-concern.server.ts'
import { readConcern } from '#app/features/concerns/read-concerns.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { Closing } from './closing.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A safety concern · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'concerns.read')
  const { raisedById, ...concern } = await readConcern(idParam(args.params.id))
  return { concern, isOwn: raisedById === actor.id, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'concerns.read')
  const concernId = idParam(args.params.id)
  const form = await parseForm(args.request, closingForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { now } = args.context.get(requestContext)
  const decision = await closeConcern({ concernId, outcome: form.value.outcome }, actor, now)
  if (!decision.allowed) return data({ fault: faultIn('', decision.because, form.typed) }, { status: 400 })
  return redirectWithFlash('/concerns', 'The concern is closed, with its outcome.')
}

export default function ConcernPage({ loaderData: { concern, isOwn, zone }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="A patient-safety concern"
        above={<Breadcrumb trail={[{ href: '/concerns', label: 'Safety concerns' }]} />}
      />
      <div className="grid max-w-measure gap-8">
        <p className="whitespace-pre-wrap font-serif text-lg wrap-anywhere">{concern.text}</p>
        <DefinitionList
          facts={[
            { term: 'Raised by', value: <Raiser name={concern.raisedBy} email={concern.raisedByEmail} /> },
            { term: 'Raised', value: <Time value={concern.raisedAt} zone={zone} style="date-time" /> },
            { term: 'From the page', value: concern.raisedFrom || 'Not known' },
          ]}
        />
        <Closing concern={concern} isOwn={isOwn} fault={actionData?.fault} zone={zone} />
      </div>
    </>
  )
}

const Raiser = ({ name, email }: { name: string; email: string | null }) =>
  email ? (
    <>
      {name}, <a href={`mailto:${email}`}>{email}</a>
    </>
  ) : (
    name
  )
