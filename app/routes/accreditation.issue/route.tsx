import { Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { courseSheet } from '#app/domain/credential/printed.ts'
import { inNumber } from '#app/domain/wording.ts'
import { CredentialSheet } from '#app/features/credentials/credential-sheet.tsx'
import { issueCertificates } from '#app/features/credentials/issue-certificates.server.ts'
import {
  type CertificatePreview,
  MAX_SELECTED,
  previewCertificates,
} from '#app/features/credentials/preview-certificates.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { listField, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { issueMessage } from './issue-message.ts'
import { RefusedList } from './refused-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Issue certificates · Stance' }]

const selection = z.array(z.uuid()).min(1).max(MAX_SELECTED)
/** An enrolment with the fingerprint of what was seen. */
const confirmation = z.templateLiteral([z.uuid(), ' ', z.string().max(50)]).transform((text) => {
  const [enrolmentId = '', seen = ''] = text.split(' ')
  return { enrolmentId, seen }
})
const issueForm = z.object({ confirmed: listField(confirmation) })

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const selected = selection.safeParse(new URL(args.request.url).searchParams.getAll('enrolment'))
  const previews = selected.success ? await previewCertificates(officer, selected.data) : []
  if (previews.length === 0)
    return redirectWithFlash('/accreditation', `Tick between one and ${MAX_SELECTED} people first.`, 'info')
  return { previews }
}

export async function action(args: Route.ActionArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const form = await parseForm(args.request, issueForm)
  const confirmed = form.ok ? form.value.confirmed.slice(0, MAX_SELECTED) : []
  if (confirmed.length === 0)
    return redirectWithFlash('/accreditation', 'Nothing was issued: tick somebody first.', 'info')
  const issuing = await issueCertificates(officer, confirmed, args.context.get(requestContext).now)
  const { text, tone, to } = issueMessage(issuing)
  return redirectWithFlash(to, text, tone)
}

export default function Issue({ loaderData: { previews } }: Route.ComponentProps) {
  const ready = previews.filter(({ canIssue }) => canIssue)
  const refused = previews.flatMap((preview) => (preview.canIssue ? [] : [preview]))
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        title={inNumber(ready.length, { one: 'Issue this certificate?', other: 'Issue these certificates?' })}
        lead="Read each one as an employer will read it. A certificate is never edited once it is issued."
      />
      <RefusedList refused={refused} />
      {ready.length > 0 ? <Confirm ready={ready} /> : <LinkButton href="/accreditation">Back to the list</LinkButton>}
    </>
  )
}

function Confirm({ ready }: { ready: readonly CertificatePreview[] }) {
  return (
    <Form method="post" action="/accreditation/issue" className="grid gap-6">
      {ready.map(({ enrolmentId, text, seen }) => (
        <div key={enrolmentId}>
          <input type="hidden" name="confirmed" value={`${enrolmentId} ${seen}`} />
          <CredentialSheet sheet={courseSheet(text)} />
        </div>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button>{inNumber(ready.length, { one: 'Issue 1 certificate', other: 'Issue {n} certificates' })}</Button>
        <LinkButton href="/accreditation" variant="quiet">
          Issue none
        </LinkButton>
      </div>
    </Form>
  )
}
