import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { WORKING_DAYS_TO_APPEAL } from '#app/domain/appeals.ts'
import { appealForm, lodgeAppeal, viewOwnAppeal } from '#app/features/review/lodge-appeal.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { AppealForm } from './appeal-form.tsx'
import { OwnAppeals } from './own-appeals.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Appeal · Stance' }]

const attemptOf = ({ slug, number }: Route.LoaderArgs['params']) => ({
  slug,
  // Anything but a small whole number is no attempt's number.
  number: /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0,
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'appeals.lodge')
  const page = await viewOwnAppeal(actor, attemptOf(args.params), args.context.get(requestContext).now)
  return { page, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'appeals.lodge')
  const { now } = args.context.get(requestContext)
  const attempt = attemptOf(args.params)
  await viewOwnAppeal(actor, attempt, now)
  const form = await parseForm(args.request, appealForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const because = await lodgeAppeal(actor, attempt, form.value, now)
  if (because) return data({ fault: faultIn('', because, form.typed) }, { status: 400 })
  return redirectWithFlash(
    `/vignettes/${attempt.slug}/attempts/${attempt.number}/appeal`,
    'Your appeal is with somebody who had no part in the marking.',
  )
}

export default function Appeal({ loaderData: { page, zone }, actionData, params }: Route.ComponentProps) {
  const address = `/vignettes/${params.slug}/attempts/${params.number}`
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: `/vignettes/${params.slug}`, label: page.vignetteTitle },
              { href: address, label: `Attempt ${params.number}` },
            ]}
          />
        }
        title="Appeal against the marking"
        lead={`Within ${WORKING_DAYS_TO_APPEAL} working days of the marks, on how it was marked. An appeal does not ask for another opinion of the answer: markers’ academic judgement is not replaced.`}
      />
      <div className="grid max-w-measure gap-8">
        <OwnAppeals appeals={page.appeals} zone={zone} />
        {page.because && page.appeals.length === 0 && <Notice>{page.because}</Notice>}
        {!page.because && page.closesAt && (
          <>
            <p>
              You can appeal until <Time value={new Date(page.closesAt.getTime() - 1)} zone={zone} style="date-time" />{' '}
              (your time). Whoever decides had no part in the marking, sees your answer, the marks and what you write
              here, and not your name.
            </p>
            <AppealForm attempt={params} fault={actionData?.fault} />
          </>
        )}
      </div>
    </>
  )
}
