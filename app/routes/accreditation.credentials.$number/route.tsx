import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { type Changed, changeCredential } from '#app/features/credentials/desk/change-credential.server.ts'
import { type CredentialChange, credentialChangeForm } from '#app/features/credentials/desk/credential-change.ts'
import { viewDeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CredentialFacts } from './credential-facts.tsx'
import { CredentialHistory } from './credential-history.tsx'
import { DeskForms } from './desk-forms.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A credential · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const { now } = args.context.get(requestContext)
  return { credential: await viewDeskCredential(officer, args.params.number, now), zone: officer.timeZone }
}

const SAID: Record<CredentialChange['intent'], string> = {
  suspend: 'Suspended. Every check sees it from now on.',
  lift: 'The suspension is lifted. Every check sees it from now on.',
  revoke: 'Revoked. Every check sees it from now on.',
}

export async function action(args: Route.ActionArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const { now } = args.context.get(requestContext)
  const { number, holderName, nameToday } = await viewDeskCredential(officer, args.params.number, now)
  const form = await parseForm(args.request, credentialChangeForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { value, typed } = form
  const screened = screenFields(
    { [`text-${value.intent}`]: { label: 'Reason', text: value.text } },
    { typed, today: todayIn(officer.timeZone, now), people: [officer.name, holderName, nameToday] },
  )
  if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
  const changed = await changeCredential(officer, number, value, now, screened.confirmed)
  if ('refusal' in changed)
    return data({ fault: faultIn(changed.refusal.field, changed.refusal.message, typed) }, { status: 400 })
  return redirectWithFlash(`/accreditation/credentials/${number}`, `${countOf(changed)}${SAID[value.intent]}`)
}

const countOf = ({ changed }: Extract<Changed, { changed: string[] }>) =>
  changed.length === 1 ? '' : `${changed.length} of this person. `

export default function CredentialPage({ loaderData: { credential, zone }, actionData }: Route.ComponentProps) {
  const { holderName, title, isBarred } = credential
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/accreditation', label: 'Accreditation' }]} />}
        eyebrow={title}
        title={<bdi className="wrap-anywhere">{holderName}</bdi>}
      />
      <div className="grid gap-section">
        {isBarred && (
          <Notice kind="caution" title="This is for others to decide">
            <p>It is your own, or you supervise or countersigned this person or declared a conflict of interest.</p>
          </Notice>
        )}
        <CredentialFacts credential={credential} zone={zone} />
        <CredentialHistory credential={credential} zone={zone} />
        {!isBarred && <DeskForms credential={credential} fault={actionData?.fault} />}
      </div>
    </>
  )
}
