import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { hoursLiveWords } from '#app/domain/live/hours-live.ts'
import { enterCode } from '#app/features/cohorts/attendance-code.server.ts'
import { viewOwnSessions } from '#app/features/cohorts/view-own-sessions.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { forgiveAttempts, limitRate } from '#app/http/rate-limit.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import type { Route } from './+types/route'
import { SessionList } from './session-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Live sessions · Stance' }]

const codeForm = z.object({
  session: z.uuid(),
  code: z.string().trim().min(1, 'Type the code that is shown in the room.').max(40, 'This is too long for a code.'),
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { now } = args.context.get(requestContext)
  return { cohorts: await viewOwnSessions(actor, now), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const form = await parseForm(args.request, codeForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await limitRate(args, 'attendance-code', actor.id)
  const entered = await enterCode(actor, form.value.session, form.value.code, args.context.get(requestContext).now)
  if ('refused' in entered) return data({ fault: faultIn('code', entered.refused, form.typed) }, { status: 400 })
  await forgiveAttempts('attendance-code', actor.id)
  return redirectWithFlash('/learn/sessions', 'You are recorded as present.')
}

export default function OwnSessions({ loaderData: { cohorts, timeZone }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/learn', label: 'My learning' }]} />}
        title="Live sessions"
        lead="When your cohort meets, in your own time, with the materials of each session."
      />
      {cohorts.length === 0 && (
        <EmptyState title="No session is planned for you">
          <p>Live sessions belong to a cohort. When a training lead plans one for yours, you are told.</p>
        </EmptyState>
      )}
      <div className="grid gap-section">
        {cohorts.map(({ cohortId, cohortName, courseTitle, hours, toCome, past }) => (
          <section key={cohortId} aria-labelledby={`cohort-${cohortId}`} className="grid gap-8">
            <div>
              <p className="mb-1 font-serif text-accent-ink italic">{courseTitle}</p>
              <h2 id={`cohort-${cohortId}`} className="text-2xl">
                {cohortName}
              </h2>
              <p className="mt-1">
                <a href={`/cohorts/${cohortId}/discussion`} className="inline-flex min-h-8 items-center">
                  Announcements and discussion<span className="sr-only"> of {cohortName}</span>
                </a>
              </p>
            </div>
            <div className="max-w-form">
              <ProgressBar
                id={`hours-${cohortId}`}
                label="Hours live"
                value={hours.percent}
                max={100}
                valueText={hoursLiveWords(hours)}
              />
            </div>
            {toCome.length > 0 && <SessionList title="To come" sessions={toCome} timeZone={timeZone} fault={fault} />}
            {past.length > 0 && <SessionList title="Past" sessions={past} timeZone={timeZone} fault={fault} />}
          </section>
        ))}
      </div>
    </>
  )
}
