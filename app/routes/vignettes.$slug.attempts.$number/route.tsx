import { redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { CasePanel } from '#app/features/assessment/case-panel.tsx'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { KeyedAttempt } from './keyed-attempt.tsx'
import { WrittenAttempt } from './written-attempt.tsx'

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
          <WrittenAttempt attempt={attempt} zone={zone} />
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
