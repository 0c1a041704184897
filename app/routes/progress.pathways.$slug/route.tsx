import { data, redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { followForm, followPathway, viewMove } from '#app/features/pathway/follow-pathway.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { GapList } from './gap-list.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.move.to.title ?? ''} · Stance` }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'progress.read')
  return { move: await viewMove(actor, args.params.slug, args.context.get(requestContext).now) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'progress.read')
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, followForm)
  if (!form.ok) return redirect(`/progress/pathways/${args.params.slug}`)
  const { seen } = form.value
  const because = await followPathway(actor, { slug: args.params.slug, seen }, now)
  if (because) return data({ because }, { status: 400 })
  return redirectWithFlash('/progress', 'You follow this pathway from now on.')
}

export default function PathwayMove({ loaderData: { move }, actionData }: Route.ComponentProps) {
  const { from, to, gaps, isThere } = move
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/progress', label: 'Progress' }]} />}
        eyebrow={
          from.isChosen ? `You follow ${from.title}, version ${from.version}` : 'You have not chosen a pathway yet'
        }
        title={`${to.title}, version ${to.version}`}
      />
      <div className="grid gap-10">
        {actionData && (
          <Notice kind="caution" title="Nothing has changed yet">
            <p>{actionData.because}</p>
          </Notice>
        )}
        {gaps.length > 0 ? (
          <section aria-labelledby="differences">
            <h2 id="differences" className="pb-2 text-2xl">
              What would be different for you
            </h2>
            <p className="max-w-measure pb-4 text-ink-muted">
              {from.isChosen ? 'Compared with the pathway that you follow. ' : `Compared with ${from.title}. `}
              What is not listed stays as it is. Your entries are the same in any case.
            </p>
            <GapList gaps={gaps} />
          </section>
        ) : (
          <p>Nothing would be different for you.</p>
        )}
        {isThere ? (
          <p>You follow this version already.</p>
        ) : (
          <form method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="seen" value={to.versionId} />
            <Button>{from.isChosen ? 'Move to this pathway' : 'Follow this pathway'}</Button>
            <LinkButton href="/progress" variant="quiet">
              {from.isChosen ? 'Stay where I am' : 'Back to progress'}
            </LinkButton>
          </form>
        )}
      </div>
    </>
  )
}
