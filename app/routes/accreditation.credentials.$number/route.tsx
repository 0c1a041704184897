import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { type Forms, inNumber } from '#app/domain/wording.ts'
import { changeCredential, type DeskRefusal } from '#app/features/credentials/desk/change-credential.server.ts'
import { type CredentialChange, credentialChangeForm } from '#app/features/credentials/desk/credential-change.ts'
import {
  correctionRefusalForm,
  refuseCorrection,
  reissueCredential,
  reissueForm,
} from '#app/features/credentials/desk/reissue-credential.server.ts'
import { viewDeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { AgainSection } from './again-section.tsx'
import { CredentialFacts } from './credential-facts.tsx'
import { CredentialHistory } from './credential-history.tsx'
import { DeskForms } from './desk-forms.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A credential · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const { now } = args.context.get(requestContext)
  return { credential: await viewDeskCredential(officer, args.params.number, now), zone: officer.timeZone }
}

const form = z.discriminatedUnion('intent', [...credentialChangeForm.options, reissueForm, correctionRefusalForm])
type Sent = z.output<typeof form>

const SAID: Record<CredentialChange['intent'], Forms> = {
  suspend: {
    one: 'Suspended. Every check sees it from now on.',
    other: '{n} of this person are suspended. Every check sees it from now on.',
  },
  lift: {
    one: 'The suspension is lifted. Every check sees it from now on.',
    other: 'The suspension of {n} is lifted. Every check sees it from now on.',
  },
  revoke: {
    one: 'Revoked. Every check sees it from now on.',
    other: '{n} of this person are revoked. Every check sees it from now on.',
  },
}

export async function action(args: Route.ActionArgs) {
  const officer = await requirePermission(args, 'certificates.issue')
  const { now } = args.context.get(requestContext)
  const { number, holderName, nameToday } = await viewDeskCredential(officer, args.params.number, now)
  const parsed = await parseForm(args.request, form)
  if (!parsed.ok) return data({ fault: parsed.fault }, { status: 400 })
  const { value, typed } = parsed
  const screened = screenFields(
    { [`text-${value.intent}`]: { label: 'Reason', text: value.text } },
    { typed, today: todayIn(officer.timeZone, now), people: [officer.name, holderName, nameToday] },
  )
  if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
  const taken = await take(value, { officer, number, now, confirmed: screened.confirmed })
  if ('refusal' in taken)
    return data({ fault: faultIn(taken.refusal.field, taken.refusal.message, typed) }, { status: 400 })
  return redirectWithFlash(`/accreditation/credentials/${taken.number}`, taken.said)
}

type By = { officer: Actor; number: string; now: Date; confirmed: readonly Confirmation[] }
type Taken = { number: string; said: string } | { refusal: DeskRefusal }

async function take(sent: Sent, { officer, number, now, confirmed }: By): Promise<Taken> {
  if (sent.intent === 'reissue') {
    const again = await reissueCredential(officer, number, sent, now, confirmed)
    return 'refusal' in again ? again : { ...again, said: 'Issued again, with a new number. The holder has been told.' }
  }
  if (sent.intent === 'refuse-correction') {
    const refusal = await refuseCorrection(officer, number, sent, now, confirmed)
    return refusal ? { refusal } : { number, said: 'Refused. The holder has been told why.' }
  }
  const changed = await changeCredential(officer, number, sent, now, confirmed)
  if ('refusal' in changed) return changed
  return { number, said: inNumber(changed.changed.length, SAID[sent.intent]) }
}

const trail = [
  { href: '/accreditation', label: 'Accreditation' },
  { href: '/accreditation/credentials', label: 'All credentials' },
]

export default function CredentialPage({ loaderData: { credential, zone }, actionData }: Route.ComponentProps) {
  const { holderName, title, isBarred } = credential
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
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
        {!isBarred && <AgainSection credential={credential} zone={zone} fault={actionData?.fault} />}
        {!isBarred && <DeskForms credential={credential} fault={actionData?.fault} />}
      </div>
    </>
  )
}
