import { redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { viewVignette } from '#app/features/assessment/view-vignette.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { AttemptList } from './attempt-list.tsx'
import { BeginPanel } from './begin-panel.tsx'
import { ContentWarning, WarningGate } from './content-warning.tsx'
import { VignetteFacts } from './vignette-facts.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.vignette.title ?? 'Vignette'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const vignette = await viewVignette(actor, args.params.slug, args.context.get(requestContext).now)
  const hasChosen = new URL(args.request.url).searchParams.get('warning') === 'read'
  return { vignette, zone: actor.timeZone, asksFirst: !hasChosen && vignette.attempts.length === 0 }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'assessment.answer')
  const { slug } = args.params
  const refused = await beginAttempt(actor, slug, args.context.get(requestContext).now)
  if (refused) return redirectWithFlash(`/vignettes/${slug}`, refused.text, 'info')
  return redirect(`/vignettes/${slug}/answer`)
}

export default function Vignette({ loaderData: { vignette, zone, asksFirst } }: Route.ComponentProps) {
  const { warning } = vignette
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/learn', label: 'My learning' }]} />}
        eyebrow="Vignette"
        title={vignette.title}
        lead={vignette.summary}
      />
      {warning && asksFirst ? (
        <WarningGate warning={warning} />
      ) : (
        <div className="grid gap-10">
          {warning && <ContentWarning warning={warning} />}
          <VignetteFacts vignette={vignette} zone={zone} />
          <BeginPanel vignette={vignette} zone={zone} />
          {vignette.attempts.length > 0 && <AttemptList vignette={vignette} zone={zone} />}
        </div>
      )}
    </>
  )
}
