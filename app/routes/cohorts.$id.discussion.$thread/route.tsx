import { data, Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { viewThread } from '#app/features/discussion/view-thread.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import '#app/rich-text/rich-text.css'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { Passage } from './passage.tsx'
import { Post } from './post.tsx'
import { changeThread } from './thread-action.server.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.thread.title ?? 'Thread'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const asked = Number(new URL(args.request.url).searchParams.get('page'))
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : undefined
  const { id: cohortId, thread: threadId } = args.params
  const view = await viewThread(actor, { cohortId, threadId }, page, args.context.get(requestContext).now)
  return { ...view, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const { id: cohortId, thread: threadId } = args.params
  const { now } = args.context.get(requestContext)
  const changed = await changeThread(actor, { cohortId, threadId }, args.request, now)
  if ('fault' in changed) return data(changed, { status: 400 })
  const at = changed.number ? `#post-${changed.number}` : ''
  const { search } = new URL(args.request.url)
  return redirectWithFlash(`/cohorts/${cohortId}/discussion/${threadId}${search}${at}`, changed.done)
}

export default function Thread({ loaderData, actionData }: Route.ComponentProps) {
  const { cohort, thread, passage, posts, page, pages, zone } = loaderData
  const path = `/cohorts/${cohort.id}/discussion/${thread.id}`
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/cohorts/${cohort.id}/discussion`, label: cohort.name }]} />}
        title={<span className="wrap-anywhere">{thread.title}</span>}
        lead={readersOf(thread, cohort.isLead)}
      />
      <div className="grid max-w-measure gap-8">
        {passage && <Passage passage={passage} />}
        <ol className="grid gap-8">
          {posts.map((post) => (
            <Post
              key={post.number}
              post={post}
              path={path}
              page={page}
              zone={zone}
              fault={actionData?.number === post.number ? actionData.fault : undefined}
            />
          ))}
        </ol>
        <Pagination page={page} pageCount={pages} hrefOf={(number) => `${path}?page=${number}`} />
        <div className="flex flex-wrap items-center gap-4 border-line border-t pt-6">
          {thread.isClosed ? (
            <p className="text-ink-muted">A training lead has closed this thread.</p>
          ) : (
            <LinkButton href={`${path}/write`}>Reply</LinkButton>
          )}
          {cohort.isLead && (
            <Form method="post">
              <Button variant="quiet" name="intent" value={thread.isClosed ? 'open' : 'close'}>
                {thread.isClosed ? 'Open it again' : 'Close the thread'}
              </Button>
            </Form>
          )}
        </div>
      </div>
    </>
  )
}

function readersOf({ audience }: { audience: string }, isLead: boolean): string {
  if (audience === 'cohort') return 'Everybody in the cohort reads this.'
  return isLead ? 'The training leads and whoever asked read this.' : 'You and the training leads read this.'
}
