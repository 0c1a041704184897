import { data, redirect } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { CasePanel } from '#app/features/assessment/case-panel.tsx'
import { rateOwnAnswer } from '#app/features/assessment/rate-own-answer.server.ts'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { withdrawAttempt } from '#app/features/assessment/withdraw-attempt.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import '#app/rich-text/rich-text.css'
import '#app/features/keyed/coding.css'
import '#app/features/keyed/items.css'
import type { Route } from './+types/route'
import { KeyedAttempt } from './keyed-attempt.tsx'
import { WrittenAttempt } from './written-attempt.tsx'

export const meta: Route.MetaFunction = ({ loaderData, params }) => [
  { title: `${loaderData?.attempt.case.title ?? 'Vignette'}, attempt ${params.number} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const { slug, number } = args.params
  const attempt = await viewAttempt(actor, placeOf(args.params))
  if (attempt === 'open') throw redirect(`/vignettes/${slug}/answer`)
  return { attempt, number, zone: actor.timeZone }
}

/** Anything but a small whole number is no attempt's number. */
const placeOf = ({ slug, number }: { slug: string; number: string }) => ({
  slug,
  number: /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0,
})

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const { slug, number } = args.params
  const form = await parseForm(args.request, z.record(z.string(), z.string()))
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { now } = args.context.get(requestContext)
  const page = `/vignettes/${slug}/attempts/${number}`
  if (form.value.intent === 'withdraw') {
    const withdrawal = await withdrawAttempt(actor, placeOf(args.params), now)
    if ('refused' in withdrawal) return redirectWithFlash(page, withdrawal.refused, 'info')
    return redirectWithFlash(page, 'Your answer is withdrawn.')
  }
  const refused = await rateOwnAnswer(actor, placeOf(args.params), form.value, now)
  if (refused) return data({ faults: refused.faults, typed: form.value }, { status: 400 })
  return redirectWithFlash(page, 'Your rating is kept.')
}

export default function Attempt({ loaderData: { attempt, number, zone }, actionData }: Route.ComponentProps) {
  const { case: text } = attempt
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/learn', label: 'My learning' },
              { href: `/vignettes/${text.slug}`, label: text.title },
            ]}
          />
        }
        eyebrow={`Attempt ${number}`}
        title={text.title}
        actions={<ProvenanceTag provenance={text.provenance} />}
      />
      <div className="grid gap-section">
        {attempt.form === 'written' ? (
          <WrittenAttempt attempt={attempt} number={number} zone={zone} refused={actionData} />
        ) : (
          <KeyedAttempt attempt={attempt} zone={zone} />
        )}
        <details className="border-line border-y py-3">
          <summary className="min-h-8 font-medium">The case: situation and transcript</summary>
          <div className="grid gap-10 py-6">
            <CasePanel text={text} unfolded={attempt.form === 'written' ? attempt.unfolded : []} />
          </div>
        </details>
      </div>
    </>
  )
}
