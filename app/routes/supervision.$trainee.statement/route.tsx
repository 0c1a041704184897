import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { sendStatement, statementForm, viewSupervisee } from '#app/features/portfolio/send-statement.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { idParam } from '#app/http/params.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { formatTime } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'A supervisor’s statement · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  return { supervisee: await viewSupervisee(actor, idParam(args.params.trainee)), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  const trainee = idParam(args.params.trainee)
  await viewSupervisee(actor, trainee)
  const form = await parseForm(args.request, statementForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const sent = await sendStatement(actor, trainee, form, args.context.get(requestContext).now)
  if ('fault' in sent) return data({ fault: sent.fault }, { status: 400 })
  return redirectWithFlash(`/supervision/${trainee}`, 'Your statement is with the accreditation staff.')
}

export default function Statement({ loaderData: { supervisee, timeZone }, actionData }: Route.ComponentProps) {
  const { id, name, statements } = supervisee
  const [latest] = statements
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/supervision', label: 'Supervision' },
              { href: `/supervision/${id}`, label: name },
            ]}
          />
        }
        title="Your statement"
        lead={`It goes straight to the accreditation staff. ${name} learns that you have sent it, and not what it says.`}
      />
      {latest && (
        <div className="mb-8">
          <Notice title={`You sent one on ${formatTime(latest.sentAt, timeZone)}`}>
            <p>Another one takes its place; the earlier one is kept.</p>
          </Notice>
        </div>
      )}
      <StatementForm trainee={id} fault={actionData?.fault} sent={statements.length} />
    </>
  )
}

type StatementFormProps = { trainee: string; fault: ScreenFault | undefined; sent: number }

function StatementForm({ trainee, fault, sent }: StatementFormProps) {
  const field = fieldsIn(fault)
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      <EnterSendsNothing />
      <KeptForm form="statement" subject={trainee} />
      <ErrorSummary errors={errorsOf(fault)} />
      <IdentifierReview fault={fault} />
      <input type="hidden" name="sent" value={sent} />
      <TextArea
        {...field('work')}
        label="How you have worked together"
        hint="Since when, how often, and on what: cases, clips, live. Name no patient."
        rows={5}
        required
      />
      <TextArea {...field('strengths')} label="What the trainee does well in MBT" rows={5} required />
      <TextArea {...field('development')} label="What the trainee still works on" rows={5} required />
      <ChoiceGroup
        {...field('verdict')}
        label="Your recommendation"
        choices={[
          { value: 'positive', label: 'Ready to practise MBT independently, as the pathway asks' },
          { value: 'not-yet', label: 'Not yet' },
        ]}
        required
      />
      <div>
        <Button>Send it to the accreditation staff</Button>
      </div>
    </Form>
  )
}
