import { data } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { askCorrection, correctionForm } from '#app/features/credentials/desk/ask-correction.server.ts'
import { entryOf, HistoryList } from '#app/features/credentials/desk/history-list.tsx'
import { viewOwnCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import type { Route } from './+types/route'
import { Corrections } from './corrections.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'What happened to it · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  return { credential: await viewOwnCredential(actor, args.params.number, now), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const { now } = args.context.get(requestContext)
  const { number, holderName } = await viewOwnCredential(actor, args.params.number, now)
  const form = await parseForm(args.request, correctionForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const screened = screenFields(
    { text: { label: 'What is wrong', text: form.value.text } },
    { typed: form.typed, today: todayIn(actor.timeZone, now), people: [actor.name, holderName] },
  )
  if (!screened.clean) return data({ fault: screened.fault }, { status: 400 })
  const because = await askCorrection(actor, number, form.value, now, screened.confirmed)
  if (because) return data({ fault: faultIn('', because, form.typed) }, { status: 400 })
  return redirectWithFlash(`/certificates/${number}/history`, 'Accreditation staff have what you ask for.')
}

export default function History({ loaderData: { credential, zone }, actionData }: Route.ComponentProps) {
  const { number, title, standing, issuedAt, events, supersedes, supersededBy } = credential
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/certificates', label: 'Certificates' }]} />}
        eyebrow={<span className="tabular-nums wrap-anywhere">{number}</span>}
        title={title}
        lead={<StateTag state={standing.state} />}
      />
      <div className="grid gap-section">
        <section aria-labelledby="history" className="grid gap-4">
          <h2 id="history" className="text-2xl">
            What happened to it
          </h2>
          <p className="max-w-measure text-ink-muted">
            Reasons are for you and for accreditation staff. Whoever checks the number sees what was done, and not why.
          </p>
          <HistoryList
            zone={zone}
            entries={[{ key: 'issued', title: 'Issued', at: issuedAt }, ...events.map(entryOf)]}
          />
          <Neighbour words="It took the place of" number={supersedes} />
          <Neighbour words="Its place was taken by" number={supersededBy} />
        </section>
        <Corrections credential={credential} zone={zone} fault={actionData?.fault} />
      </div>
    </>
  )
}

const Neighbour = ({ words, number }: { words: string; number: string | null }) =>
  number && (
    <p>
      {words}{' '}
      <a href={`/certificates/${number}/history`} className="tabular-nums wrap-anywhere">
        {number}
      </a>
      .
    </p>
  )
