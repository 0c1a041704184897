import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { applicationStateNames } from '#app/domain/application.ts'
import { leavesOf } from '#app/domain/pathway/evaluated.ts'
import { type Actor, type Profession, professionNames } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { type ApplicationChange, changeForm } from '#app/features/accreditation/application-change.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { viewApplication } from '#app/features/accreditation/view-applications.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { ApplicationThread } from '#app/ui/application-thread.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EvaluatedPartList } from '#app/ui/evaluated-part-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { FeeFact } from './fee-fact.tsx'
import { RenewedStatus } from './renewed-status.tsx'
import { StaffChecks } from './staff-checks.tsx'
import { Steps } from './steps.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'An application · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'applications.read')
  const application = await viewApplication(actor, idParam(args.params.id), args.context.get(requestContext).now)
  return { application, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'applications.read')
  const id = idParam(args.params.id)
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, changeForm)
  if (!form.ok) {
    await viewApplication(actor, id, now)
    return data({ fault: form.fault }, { status: 400 })
  }
  const screened = await screenChange(actor, id, form, now)
  if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
  const changed = await changeApplication(actor, id, form.value, now, screened.confirmed)
  if ('refusal' in changed)
    return data({ fault: faultIn(changed.refusal.field, changed.refusal.message, form.typed) }, { status: 400 })
  return redirectWithFlash(`/applications/${id}`, changed.done)
}

type Sent = { value: ApplicationChange; typed: FormFault['values'] }

/** The applicant may be named: the text is about them. */
async function screenChange(actor: Actor, id: string, { value, typed }: Sent, now: Date) {
  const { applicant } = await viewApplication(actor, id, now)
  const field =
    value.intent === 'check'
      ? { [`note-${value.requirement}`]: { label: 'Note', text: value.note } }
      : { [`text-${value.intent}`]: { label: 'What you write', text: value.text } }
  return screenFields(field, { typed, today: todayIn(actor.timeZone, now), people: [actor.name, applicant.name] })
}

export default function ApplicationPage({ loaderData: { application, zone }, actionData }: Route.ComponentProps) {
  const { applicant, evaluated, events, isBarred, mayDecide, staffChecks } = application
  const titles = new Map(
    evaluated.requirements.flatMap((part) => [part, ...part.children]).map(({ id, title }) => [id, title]),
  )
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/applications', label: 'Applications' }]} />}
        eyebrow={application.renews ? `Renewal: ${application.pathwayTitle}` : application.pathwayTitle}
        title={applicant.name}
        lead={
          <>
            {applicationStateNames[application.state]}. Handed in{' '}
            <Time value={application.handedInAt} zone={zone} style="date-time" />; what the applicant changed since then
            is not in it.
          </>
        }
      />
      <div className="grid gap-section">
        {isBarred && (
          <Notice kind="caution" title="This is for others to decide">
            <p>
              You supervise or countersigned this person, declared a conflict of interest, or it is your own
              application.
            </p>
          </Notice>
        )}
        <RenewedStatus application={application} zone={zone} />
        <DefinitionList
          facts={[
            { term: 'Profession', value: professionNames[applicant.profession as Profession] },
            { term: 'Regulator', value: applicant.regulator || 'Not given' },
            { term: 'Registration number', value: applicant.registrationNumber || 'Not given' },
            { term: 'Employer', value: applicant.employer || 'Not given' },
            ...(application.fee.state === 'none' ? [] : [{ term: 'Fee', value: <FeeFact fee={application.fee} /> }]),
            {
              term: 'Fingerprint of the evidence',
              value: <code className="wrap-anywhere text-sm">{application.digest}</code>,
            },
          ]}
        />
        <section aria-labelledby="requirements" className="grid gap-4">
          <h2 id="requirements" className="text-2xl">
            Requirement by requirement
          </h2>
          <p className="max-w-measure text-ink-muted">
            {evaluated.isMet
              ? 'Everything is met.'
              : `${evaluated.metCount} of ${leavesOf(evaluated.requirements).length} requirements are met; what is missing is named with each.`}
          </p>
          <EvaluatedPartList parts={evaluated.requirements} />
          <p>
            <a href={`/applications/${application.id}/evidence.pdf`}>
              The evidence as it was handed in, for the file (PDF)
            </a>
          </p>
        </section>
        <Statements statements={application.statements} />
        <StaffChecks
          application={application}
          zone={zone}
          mayCheck={mayDecide}
          checks={staffChecks}
          fault={actionData?.fault}
        />
        <section aria-labelledby="thread" className="grid gap-4">
          <h2 id="thread" className="text-2xl">
            What happened so far
          </h2>
          <ApplicationThread entries={events} zone={zone} titleOf={(id) => titles.get(id) ?? id} />
        </section>
        <Steps application={application} fault={actionData?.fault} />
      </div>
    </>
  )
}

type StatementsProps = Pick<Route.ComponentProps['loaderData']['application'], 'statements'>

const Statements = ({ statements }: StatementsProps) =>
  statements.length > 0 && (
    <section aria-labelledby="statements" className="grid gap-4">
      <h2 id="statements" className="text-2xl">
        What supervisors say
      </h2>
      <ul className="grid gap-2">
        {statements.map(({ id, by, isPositive }) => (
          <li key={id}>
            <a href={`/accreditation/statements/${id}`}>The statement of {by}</a>: {isPositive ? 'positive' : 'not yet'}
          </li>
        ))}
      </ul>
    </section>
  )
