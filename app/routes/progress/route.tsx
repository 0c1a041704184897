import { requirePermission } from '#app/auth/guards.server.ts'
import { viewProgress } from '#app/features/learning/view-progress.server.ts'
import { requestContext } from '#app/http/context.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PathwayPicture } from '#app/ui/pathway-picture.tsx'
import type { Route } from './+types/route'
import { Elsewhere } from './elsewhere.tsx'
import { NextStepNotice } from './next-step-notice.tsx'
import { RequirementList } from './requirement-list.tsx'
import { hrefOfTarget } from './target.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Progress · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'progress.read')
  return { progress: await viewProgress(actor, args.context.get(requestContext).now) }
}

export default function ProgressRoute({ loaderData: { progress } }: Route.ComponentProps) {
  if (!progress) return <NoPathway />
  const { requirements, next } = progress
  return (
    <>
      <PageHeader
        eyebrow="The way to practitioner status"
        title={progress.title}
        lead={`${progress.metCount} of ${requirements.length} requirements met.`}
      />
      <div className="grid gap-14">
        <NextStepNotice progress={progress} />
        <section aria-label="The pathway as a picture">
          <PathwayPicture
            stations={requirements.map(({ id, title, state, have, need, unit }) => {
              return { id, title, state, progress: { have, need, unit }, href: `#${id}` }
            })}
            nextId={next?.requirementId}
          />
        </section>
        <RequirementList requirements={requirements} hrefOf={hrefOfTarget} />
        {progress.elsewhere.length > 0 && <Elsewhere parts={progress.elsewhere} />}
        <p className="max-w-measure text-ink-muted text-sm">{progress.source}</p>
      </div>
    </>
  )
}

function NoPathway() {
  return (
    <>
      <PageHeader title="Progress" />
      <EmptyState title="No pathway is offered yet">
        <p>As soon as there is one, you see here what it asks for, what you have met and what comes next.</p>
      </EmptyState>
    </>
  )
}
