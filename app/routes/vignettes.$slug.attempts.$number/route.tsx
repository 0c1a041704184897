import { redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { CasePanel } from '#app/features/assessment/case-panel.tsx'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { Feedback, ModelDiscussion } from './feedback.tsx'
import { Receipt } from './receipt.tsx'
import { WrittenAnswers } from './written-answers.tsx'

export const meta: Route.MetaFunction = ({ loaderData, params }) => [
  { title: `${loaderData?.attempt.case.title ?? 'Vignette'}, attempt ${params.number} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const { slug, number } = args.params
  // Anything but a small whole number is no attempt's number.
  const attempt = await viewAttempt(actor, { slug, number: /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0 })
  if (attempt === 'open') throw redirect(`/vignettes/${slug}/answer`)
  return { attempt, number, zone: actor.timeZone }
}

export default function Attempt({ loaderData: { attempt, number, zone } }: Route.ComponentProps) {
  const { case: text, feedback } = attempt
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
      />
      <div className="grid gap-section">
        {feedback ? (
          <>
            <div className="grid items-start gap-x-14 gap-y-section xl:grid-cols-2">
              <Feedback feedback={feedback} zone={zone} />
              <WrittenAnswers attempt={attempt} zone={zone} />
            </div>
            <ModelDiscussion html={feedback.discussionHtml} />
          </>
        ) : (
          <>
            <Receipt submittedAt={attempt.submittedAt} zone={zone} />
            <WrittenAnswers attempt={attempt} zone={zone} />
          </>
        )}
        <details className="border-line border-y py-3">
          <summary className="min-h-8 font-medium">The case: situation and transcript</summary>
          <div className="grid gap-10 py-6">
            <CasePanel text={text} />
          </div>
        </details>
      </div>
    </>
  )
}
