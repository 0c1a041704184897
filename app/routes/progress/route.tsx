import { requirePermission } from '#app/auth/guards.server.ts'
import { isHeld } from '#app/domain/renewal.ts'
import { attest, attestForm } from '#app/features/pathway/attest.server.ts'
import { OwnStatuses } from '#app/features/pathway/own-statuses.tsx'
import { type Progress, viewProgress } from '#app/features/pathway/view-progress.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Elsewhere } from './elsewhere.tsx'
import { NextStepNotice } from './next-step-notice.tsx'
import { OtherPathways, PathwayStanding } from './pathway-choice.tsx'
import { Stations } from './stations.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Progress · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'progress.read')
  return { progress: await viewProgress(actor, args.context.get(requestContext).now) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'progress.read')
  const form = await parseForm(args.request, attestForm)
  // Nothing is typed here: only a form that is not ours can be wrong.
  if (!form.ok) throw new Response('This form is not one of ours.', { status: 400 })
  await attest(actor, form.value, args.context.get(requestContext).now)
  const { intent, requirement } = form.value
  const said = intent === 'attest' ? 'What you confirmed is on record.' : 'You have taken it back. Both stay on record.'
  return redirectWithFlash(`/progress#${requirement}`, said)
}

export default function ProgressRoute({ loaderData: { progress } }: Route.ComponentProps) {
  if (!progress) return <NoPathway />
  const { requirements, metCount, title, slug, statuses } = progress
  const holds = statuses.some((status) => status.pathwaySlug === slug && isHeld(status))
  const met = `${metCount} of ${requirements.length} requirements met. Each opens to what it rests on.`
  return (
    <>
      <PageHeader
        eyebrow="Your pathway"
        title={title}
        actions={
          <>
            <LinkButton href="/progress/timeline" variant="secondary">
              Timeline
            </LinkButton>
            <LinkButton href="/progress/application" variant="secondary">
              {holds ? 'Your applications' : 'Apply'}
            </LinkButton>
          </>
        }
        lead={holds ? 'You have this status. It goes on as long as it is renewed.' : met}
      />
      <div className="grid gap-14">
        {progress.isFeeDue && (
          <Notice
            kind="caution"
            title="Your application waits for its fee"
            actions={<LinkButton href="/progress/application">Pay the fee</LinkButton>}
          />
        )}
        <OwnStatuses statuses={statuses} applyHref="/progress/application" />
        {holds ? <WholePathway progress={progress} /> : <OnTheWay progress={progress} />}
        {!holds && progress.elsewhere.length > 0 && <Elsewhere parts={progress.elsewhere} />}
        <MyEvidence />
        <OtherPathways others={progress.others} />
        <p className="max-w-measure text-ink-muted text-sm">
          {progress.source} Version {progress.version}.
        </p>
      </div>
    </>
  )
}

const OnTheWay = ({ progress }: { progress: Progress }) => (
  <>
    <PathwayStanding progress={progress} />
    <NextStepNotice progress={progress} />
    <Stations progress={progress} />
  </>
)

/** Whoever holds the status is on no way to it: what it asked for is there to be looked up. */
const WholePathway = ({ progress }: { progress: Progress }) => (
  <details>
    <summary className="min-h-8 cursor-pointer text-primary">
      What the whole pathway asks for, and what you have
    </summary>
    <div className="mt-6">
      <Stations progress={progress} />
    </div>
  </details>
)

/** The file that officers keep; what one wrote for oneself is in it only for whoever asks for that. */
const MyEvidence = () => (
  <section aria-labelledby="evidence" className="grid justify-items-start gap-4">
    <h2 id="evidence" className="text-2xl">
      My evidence
    </h2>
    <p className="max-w-measure">
      All of this as a PDF to print or to hand over: what is met and why, and every piece of evidence, with a contents
      page. Reflections are named in it by title and day.
    </p>
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <LinkButton href="/progress/evidence.pdf" variant="secondary">
        Download my evidence (PDF)
      </LinkButton>
      <a href="/progress/evidence.pdf?reflections=whole">The same with my reflections as I wrote them</a>
    </div>
  </section>
)

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
