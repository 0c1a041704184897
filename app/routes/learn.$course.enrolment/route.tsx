import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { HistoryList } from '#app/features/enrolment/history-list.tsx'
import { PrerequisiteList } from '#app/features/enrolment/prerequisite-list.tsx'
import { StandingTag } from '#app/features/enrolment/standing-tag.tsx'
import { viewEnrolment } from '#app/features/enrolment/view-enrolment.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Cohorts } from './cohorts.tsx'
import { changeEnrolment } from './enrolment-action.server.ts'
import { WhatToDo } from './what-to-do.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Your enrolment in ${loaderData?.enrolment.title ?? 'a course'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { now } = args.context.get(requestContext)
  const enrolment = await viewEnrolment(actor, args.params.course, now)
  if (!enrolment) throw new Response('There is no such course.', { status: 404 })
  return { enrolment, zone: actor.timeZone, today: todayIn(actor.timeZone, now) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  await limitRate(args, 'enrolment', actor.id)
  const { now } = args.context.get(requestContext)
  const changed = await changeEnrolment(actor, args.params.course, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(changed.to ?? `/learn/${args.params.course}/enrolment`, changed.done)
}

export default function OwnEnrolment({ loaderData: { enrolment, zone, today }, actionData }: Route.ComponentProps) {
  const { slug, title, standing, history, cohorts } = enrolment
  const isOpen = standing === 'active' || standing === 'completed'
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/learn', label: 'My learning' },
              { href: isOpen ? `/learn/${slug}` : `/courses/${slug}`, label: title },
            ]}
          />
        }
        title="Your enrolment"
        lead={`Where you stand with “${title}”, and how it came about.`}
      />
      <div className="grid max-w-measure gap-section">
        <section aria-labelledby="standing" className="grid gap-4">
          <h2 id="standing" className="text-2xl">
            Now
          </h2>
          <ErrorSummary errors={errorsOf(actionData?.fault)} title="Nothing was changed" />
          <p>
            <StandingTag standing={standing} />
          </p>
          <WhatToDo enrolment={enrolment} />
          {enrolment.prerequisites.length > 0 && (
            <>
              <h3 className="text-lg">What the course asks for</h3>
              <PrerequisiteList prerequisites={enrolment.prerequisites} />
            </>
          )}
        </section>
        {cohorts.length > 0 && (
          <Cohorts cohorts={cohorts} slug={slug} zone={zone} today={today} fault={actionData?.fault} />
        )}
        {history.length > 0 && (
          <section aria-labelledby="history">
            <h2 id="history" className="mb-4 text-2xl">
              What happened
            </h2>
            <HistoryList history={history} zone={zone} />
          </section>
        )}
      </div>
    </>
  )
}
