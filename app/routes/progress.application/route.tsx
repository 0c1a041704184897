import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { applicationStateNames } from '#app/domain/application.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isOpenForRenewal } from '#app/domain/renewal.ts'
import { type ApplicationFields, applicationForm, changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { OwnStatuses } from '#app/features/pathway/own-statuses.tsx'
import { viewApplying } from '#app/features/pathway/view-applying.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { ApplicationThread } from '#app/ui/application-thread.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { ApplyForm, RenewForm } from './apply-form.tsx'
import { OwnSteps } from './own-steps.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Your application · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'applications.apply')
  return { applying: await viewApplying(actor, args.context.get(requestContext).now), zone: actor.timeZone }
}

const DONE: Record<ApplicationFields['intent'], string> = {
  apply: 'Your application is with accreditation staff.',
  renew: 'The renewal is with accreditation staff.',
  answer: 'Your answer is with accreditation staff, with the evidence as it stands now.',
  withdraw: 'Your application is withdrawn.',
  appeal: 'Your appeal is with somebody who had no part in the decision.',
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'applications.apply')
  const form = await parseForm(args.request, applicationForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { now } = args.context.get(requestContext)
  const text = 'text' in form.value ? form.value.text : ''
  const asked = { typed: form.typed, today: todayIn(actor.timeZone, now), people: [actor.name] }
  const screened = screenFields({ [`text-${form.value.intent}`]: { label: 'What you write', text } }, asked)
  if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
  const refusal = await changeOwnApplication(actor, form.value, now, screened.confirmed)
  if (refusal) return data({ fault: faultIn(refusal.field, refusal.message, form.typed) }, { status: 400 })
  return redirectWithFlash('/progress/application', DONE[form.value.intent])
}

export default function OwnApplication({ loaderData: { applying, zone }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  if (!applying) return <EmptyState title="No pathway is offered yet" />
  const { title, gaps, titles, applications, appealUntil, statuses, mayApply } = applying
  const [latest, ...earlier] = applications
  const isOpen = latest !== undefined && latest.closedAt === null
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/progress', label: 'Progress' }]} />}
        eyebrow={title}
        title="Your application"
        lead="The evidence is handed in as it stands at that moment. People look at it, requirement by requirement, and decide with reasons."
      />
      <div className="grid gap-section">
        <OwnStatuses statuses={statuses} />
        {!isOpen &&
          statuses
            .filter(isOpenForRenewal)
            .map((status) => <RenewForm key={status.id} status={status} fault={fault} />)}
        {latest && (
          <section aria-labelledby="latest" className="grid gap-5">
            <h2 id="latest" className="text-2xl">
              {latest.isRenewal && 'Renewal: '}
              {applicationStateNames[latest.state]}
            </h2>
            <ApplicationThread entries={latest.events} zone={zone} titleOf={(id) => titles[id] ?? id} />
            <OwnSteps state={latest.state} appealUntil={appealUntil} zone={zone} fault={fault} />
          </section>
        )}
        <p>
          <a href="/progress/evidence.pdf">My evidence as it stands now (PDF)</a>
        </p>
        {mayApply && <ApplyForm gaps={gaps} fault={fault} />}
        {earlier.map((application) => (
          <details key={application.id} className="border-line border-t pt-4">
            <summary className="min-h-8 cursor-pointer">
              An earlier {application.isRenewal ? 'renewal' : 'application'}:{' '}
              {applicationStateNames[application.state].toLowerCase()},{' '}
              <Time value={application.appliedAt} zone={zone} style="short-date" />
            </summary>
            <div className="mt-4">
              <ApplicationThread entries={application.events} zone={zone} titleOf={(id) => titles[id] ?? id} />
            </div>
          </details>
        ))}
      </div>
    </>
  )
}
