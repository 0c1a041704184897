import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { RecordingTag } from '#app/features/portfolio/recording-tag.tsx'
import { TakeOut } from '#app/features/portfolio/take-out.tsx'
import { viewClip } from '#app/features/portfolio/view-clips.server.ts'
import { requestContext } from '#app/http/context.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { changeClip } from './change-clip.server.ts'
import { ClipFacts } from './clip-facts.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { DestroyedForm } from './destroyed-form.tsx'
import { Ratings } from './ratings.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A clip · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const { now } = args.context.get(requestContext)
  return { ...(await viewClip(actor, idParam(args.params.id), now)), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const answer = await changeClip(actor, idParam(args.params.id), args)
  return answer instanceof Response ? answer : data(answer, { status: 400 })
}

export default function ClipPage({ loaderData, actionData }: Route.ComponentProps) {
  const { clip, supervisor, ratings, offer, today, zone } = loaderData
  const fault = actionData?.fault
  const isPressing = clip.recording === 'overdue' || clip.recording === 'due-soon'
  const destroyedForm = <DestroyedForm clip={clip} today={today} fault={faultOf(fault, 'destroyed')} />
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={`${clip.code}, session ${clip.body.sessionNumber}`}
        lead={<RecordingTag state={clip.recording} {...clip.body} />}
      />
      <div className="grid max-w-form gap-section">
        {isPressing && destroyedForm}
        <ClipFacts clip={clip} supervisor={supervisor} />
        <Ratings ratings={ratings} zone={zone} />
        {clip.recording === 'kept' && destroyedForm}
        <CorrectionForm clip={clip} offer={offer} fault={faultOf(fault, 'correct')} />
        <TakeOut what="this clip" />
      </div>
    </>
  )
}

const trail = [
  { href: '/portfolio', label: 'Portfolio' },
  { href: '/portfolio/clips', label: 'Clips' },
]
