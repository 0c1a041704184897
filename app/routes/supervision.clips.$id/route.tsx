import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { rateClip, viewClip } from '#app/features/portfolio/rate-clip.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { RatingForm } from './rating-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Rate a clip · Stance' }]

const anyFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  return { clip: await viewClip(actor, idParam(args.params.id)), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  const id = idParam(args.params.id)
  const { ownerId } = await viewClip(actor, id)
  const form = await parseForm(args.request, anyFields)
  const typed = form.ok ? form.typed : form.fault.values
  const rated = await rateClip(actor, id, typed, args.context.get(requestContext).now)
  if ('fault' in rated) return data({ fault: rated.fault }, { status: 400 })
  return redirectWithFlash(`/supervision/${ownerId}`, 'Your rating is kept, and the supervisee is told.')
}

export default function RateClip({ loaderData: { clip, timeZone }, actionData }: Route.ComponentProps) {
  const { ownerId, ownerName, caseCode, body } = clip
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/supervision', label: 'Supervision' },
              { href: `/supervision/${ownerId}`, label: ownerName },
            ]}
          />
        }
        eyebrow={caseCode ? `Case ${caseCode}` : 'Clip'}
        title={`Session ${body.sessionNumber}`}
        lead="Watch or listen to the recording where it is kept: nothing is uploaded here. Rate what this section shows, not the person."
      />
      <div className="mb-section max-w-form">
        <DefinitionList
          facts={[
            { term: 'Held', value: <Time value={body.heldOn} zone="UTC" /> },
            { term: 'Length', value: `${minutesWords(body.minutes)} of ${body.media}` },
            {
              term: 'Consent',
              value: body.consentScope === 'supervision' ? 'For supervision' : 'For supervision and assessment',
            },
            {
              term: body.destroyedOn ? 'Destroyed' : 'To be destroyed by',
              value: <Time value={body.destroyedOn ?? body.destroyBy} zone="UTC" />,
            },
          ]}
        />
      </div>
      <RatingForm clip={clip} fault={actionData?.fault} timeZone={timeZone} />
    </>
  )
}
