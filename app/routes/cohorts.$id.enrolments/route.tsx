import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { viewCohortEnrolments } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { pageParam } from '#app/http/params.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { AskedLeaves } from './asked-leaves.tsx'
import { AskedTransfers } from './asked-transfers.tsx'
import { changePerson } from './enrolments-action.server.ts'
import { PeopleTable } from './people-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Enrolments · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const page = pageParam(args.request)
  const { now } = args.context.get(requestContext)
  const cohort = await viewCohortEnrolments(actor, args.params.id, page, now)
  return { page, zone: actor.timeZone, today: todayIn(actor.timeZone, now), cohort }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const changed = await changePerson(actor, args.params.id, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/cohorts/${args.params.id}/enrolments`, changed.done)
}

export default function Enrolments({ loaderData: { cohort, page, zone, today }, actionData }: Route.ComponentProps) {
  const { id, name, courseTitle, people, asked, wishes, targets, pages } = cohort
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={id} name={name} />}
        title="Enrolments"
        lead={`Whoever is or was in this cohort, and where each one stands with “${courseTitle}”.`}
      />
      <ErrorSummary errors={errorsOf(actionData?.fault)} title="Nothing was changed" />
      {asked.length > 0 && <AskedLeaves asked={asked} />}
      {wishes.length > 0 && <AskedTransfers wishes={wishes} />}
      <section aria-labelledby="people">
        <h2 id="people" className="sr-only">
          People
        </h2>
        <p className="mb-4 max-w-measure">
          Somebody lacks what the course asks for, and there is a reason to make an exception?{' '}
          <a href="/prerequisites">Waive a prerequisite</a>.
        </p>
        <PeopleTable people={people} targets={targets} zone={zone} today={today} fault={actionData?.fault} />
        <Pagination page={page} pageCount={pages} hrefOf={(to) => `/cohorts/${id}/enrolments?page=${to}`} />
      </section>
    </>
  )
}
