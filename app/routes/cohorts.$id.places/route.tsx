import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { viewPlaces } from '#app/features/enrolment/manage-places.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { InviteForm } from './invite-form.tsx'
import { changePlaces } from './places-action.server.ts'
import { PlacesForm } from './places-form.tsx'
import { WaitingList } from './waiting-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Places · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const cohort = await viewPlaces(actor, args.params.id, args.context.get(requestContext).now)
  return { cohort, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const changed = await changePlaces(actor, args.params.id, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/cohorts/${args.params.id}/places`, changed.done)
}

const takenWords = (trainees: number, places: number | null): string =>
  places === null
    ? inNumber(trainees, { one: 'One trainee, and no limit.', other: '{n} trainees, and no limit.' })
    : inNumber(
        places,
        { one: '{trainees} of one place taken.', other: '{trainees} of {n} places taken.' },
        { trainees },
      )

const KEPT = {
  one: 'One more is kept for the person to whom it was offered.',
  other: '{n} more are kept for the people to whom they were offered.',
}

export default function Places({ loaderData: { cohort, zone }, actionData }: Route.ComponentProps) {
  const { id, name, places, trainees, list } = cohort
  const fault = actionData?.fault
  const kept = list.filter(({ offerUntil }) => offerUntil !== null).length
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={id} name={name} />}
        title="Places"
        lead={[takenWords(trainees, places), kept > 0 && inNumber(kept, KEPT)].filter(Boolean).join(' ')}
      />
      <div className="grid gap-section">
        <WaitingList list={list} zone={zone} fault={faultOf(fault, 'put-on')} />
        <InviteForm fault={faultOf(fault, 'invite')} />
        <PlacesForm cohort={cohort} fault={faultOf(fault, 'set')} />
      </div>
    </>
  )
}
