import { data, redirect } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { applicationStateNames } from '#app/domain/application.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { isOpenForRenewal } from '#app/domain/renewal.ts'
import { payFee, payFeeForm } from '#app/features/billing/pay-fee.server.ts'
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
import { FeeDue } from './fee-due.tsx'
import { OwnSteps } from './own-steps.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Your application · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'applications.apply')
  return { applying: await viewApplying(actor, args.context.get(requestContext).now), zone: actor.timeZone }
}

const DONE: Record<ApplicationFields['intent'], string> = {
  apply: 'Your application is handed in.',
  renew: 'The renewal is handed in.',
  answer: 'Your answer is with accreditation staff, with the evidence as it stands now.',
  withdraw: 'Your application is withdrawn.',
  appeal: 'Your appeal is with somebody who had no part in the decision.',
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'applications.apply')
  const form = await parseForm(args.request, z.discriminatedUnion('intent', [...applicationForm.options, payFeeForm]))
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { now } = args.context.get(requestContext)
  if (form.value.intent === 'pay-fee') {
    const bought = await payFee(actor, form.value.price, now)
    if ('fault' in bought) return data({ fault: faultIn('price', bought.fault, form.typed) }, { status: 400 })
    if ('checkoutUrl' in bought) return redirect(bought.checkoutUrl)
    if ('isTheirs' in bought) return redirectWithFlash('/progress/application', 'The fee is paid already.', 'info')
    return redirectWithFlash('/progress/application', PROVIDER_AWAY, 'critical')
  }
  const text = 'text' in form.value ? form.value.text : ''
  const asked = { typed: form.typed, today: todayIn(actor.timeZone, now), people: [actor.name] }
  const screened = screenFields({ [`text-${form.value.intent}`]: { label: 'What you write', text } }, asked)
  if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
  const refusal = await changeOwnApplication(actor, form.value, now, screened.confirmed)
  if (refusal) return data({ fault: faultIn(refusal.field, refusal.message, form.typed) }, { status: 400 })
  return redirectWithFlash('/progress/application', DONE[form.value.intent])
}

const PROVIDER_AWAY =
  'Our payment provider does not answer just now. Your application is kept and nothing was charged: pay the fee in a minute.'

const ownStateNames = { ...applicationStateNames, more_asked: 'Back with you' }

export default function OwnApplication({ loaderData: { applying, zone }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  if (!applying) return <EmptyState title="No pathway is offered yet" />
  const { title, gaps, titles, applications, appealUntil, statuses, mayApply, fee } = applying
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
              {latest.fee.state === 'due' ? 'Handed in, not paid yet' : ownStateNames[latest.state]}
            </h2>
            <FeeDue fee={latest.fee} fault={fault} />
            <ApplicationThread entries={latest.events} zone={zone} titleOf={(id) => titles[id] ?? id} />
            <OwnSteps state={latest.state} appealUntil={appealUntil} zone={zone} fault={fault} />
          </section>
        )}
        <p>
          <a href="/progress/evidence.pdf">My evidence as it stands now (PDF)</a>
        </p>
        {mayApply && <ApplyForm gaps={gaps} fee={fee} fault={fault} />}
        {earlier.map((application) => (
          <details key={application.id} className="border-line border-t pt-4">
            <summary className="min-h-8 cursor-pointer">
              {application.isRenewal ? 'An earlier renewal:' : 'An earlier application:'}{' '}
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
