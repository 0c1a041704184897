import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { issueStatuses } from '#app/features/credentials/statuses/issue-statuses.server.ts'
import { MAX_SELECTED, previewStatuses } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { sendBack } from '#app/features/credentials/statuses/send-back.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { SendBackForm } from './send-back-form.tsx'
import { selection, statusForm } from './status-form.ts'
import { statusMessage } from './status-message.ts'
import { itemsIn, NotReady, StepForm } from './status-section.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Issue statuses · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const selected = selection.safeParse(new URL(args.request.url).searchParams.getAll('status'))
  const { now } = args.context.get(requestContext)
  const previews = selected.success ? await previewStatuses(officer, selected.data, now) : []
  if (previews.length === 0)
    return redirectWithFlash('/accreditation/statuses', `Tick between one and ${MAX_SELECTED} people first.`, 'info')
  return { previews }
}

export async function action(args: Route.ActionArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, statusForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { value, typed } = form
  if (value.intent === 'send-back') {
    const screened = screenFields(
      { because: { label: 'Reason', text: value.because } },
      { typed, today: todayIn(officer.timeZone, now), people: [officer.name] },
    )
    if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
    const refusal = await sendBack(
      officer,
      { statusRecordId: value.status, because: value.because },
      now,
      screened.confirmed,
    )
    return redirectWithFlash(
      '/accreditation/statuses',
      refusal ?? 'Sent back. Whoever prepared it has been told.',
      refusal ? 'info' : 'positive',
    )
  }
  const confirmed = value.confirmed.slice(0, MAX_SELECTED * 4)
  if (confirmed.length === 0)
    return redirectWithFlash('/accreditation/statuses', 'Nothing was done: tick something first.', 'info')
  const { text, tone, to } = statusMessage(await issueStatuses(officer, value.intent, confirmed, now))
  return redirectWithFlash(to, text, tone)
}

export default function IssueStatuses({ loaderData: { previews }, actionData }: Route.ComponentProps) {
  const prepared = previews.filter(({ items }) => items.some((item) => item.prepared && !item.issuedNumber))
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/accreditation', label: 'Accreditation' },
              { href: '/accreditation/statuses', label: 'Statuses to issue' },
            ]}
          />
        }
        title="Issue statuses and notes"
        lead="Read each one as an employer will read it. It is never edited once it is issued."
      />
      <div className="grid gap-section">
        <StepForm
          previews={previews}
          steps={['release']}
          intent="release"
          title="To release"
          lead="Somebody else has prepared these. What you see is what they saw."
          button="Release those ticked"
        />
        <StepForm
          previews={previews}
          steps={['issue']}
          intent="issue"
          title="To issue"
          lead="A specialist note is offered where the evidence that was handed in supports it. Whether it is given is for you to say."
          button="Issue those ticked"
        />
        <StepForm
          previews={previews}
          steps={['prepare']}
          intent="issue"
          title="To prepare"
          lead="The pathway asks for two people: you prepare these, and a second person sees the same and releases them. A specialist note is offered where the evidence supports it."
          button="Prepare those ticked"
        />
        {prepared.map((preview) => (
          <SendBackForm key={preview.statusRecordId} preview={preview} fault={actionData?.fault} />
        ))}
        <NotReady previews={previews} />
        {previews.every((preview) => itemsIn(preview, ['issue', 'prepare', 'release']).length === 0) && (
          <div>
            <LinkButton href="/accreditation/statuses">Back to the list</LinkButton>
          </div>
        )}
      </div>
    </>
  )
}
