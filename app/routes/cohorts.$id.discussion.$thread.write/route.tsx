import { data } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { readWriting } from '#app/features/discussion/read-writing.server.ts'
import { pageOf } from '#app/features/discussion/view-discussion.server.ts'
import { viewThreadWriting } from '#app/features/discussion/view-thread.server.ts'
import { correctPost, reply } from '#app/features/discussion/write-post.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Writer } from '#app/routes/cohorts.$id.discussion.new/writer.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Write in a thread · Stance' }]

/** The number of the post that the address names to be corrected; null for a reply. */
function correctionIn(request: Request): number | null {
  const number = Number(new URL(request.url).searchParams.get('correct'))
  return Number.isSafeInteger(number) && number >= 1 && number <= 1_000_000 ? number : null
}

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { id: cohortId, thread: threadId } = args.params
  const { now } = args.context.get(requestContext)
  const view = await viewThreadWriting(actor, { cohortId, threadId }, correctionIn(args.request), now)
  if ('refused' in view) throw redirectWithFlash(`/cohorts/${cohortId}/discussion/${threadId}`, view.refused, 'info')
  return { ...view, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  await limitRate(args, 'discussion', actor.id)
  const { id: cohortId, thread: threadId } = args.params
  const { now } = args.context.get(requestContext)
  const number = correctionIn(args.request)
  const sent = await readWriting(args.request)
  const address = { cohortId, threadId }
  const written =
    number === null
      ? await reply(actor, address, sent, now)
      : await correctPost(actor, { ...address, number }, sent, now)
  if ('refused' in written) return data(written.refused, { status: written.refused.newer ? 409 : 400 })
  const to = `/cohorts/${cohortId}/discussion/${threadId}?page=${pageOf(written.number)}#post-${written.number}`
  return redirectWithFlash(to, number === null ? 'Your post is there.' : 'It is corrected.')
}

export default function WriteInThread({ loaderData, actionData: refused }: Route.ComponentProps) {
  const { cohort, thread, correcting, ...rest } = loaderData
  const path = `/cohorts/${cohort.id}/discussion`
  const trail = [
    { href: path, label: cohort.name },
    { href: `${path}/${thread.id}`, label: thread.title },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={correcting === null ? 'Reply' : 'Correct your post'}
        lead={
          correcting === null
            ? 'It is saved as you write, for you alone, until you send it.'
            : 'Whoever reads it afterwards sees that it was corrected.'
        }
      />
      <Writer
        {...rest}
        kind="post"
        refused={refused}
        button={correcting === null ? 'Send it' : 'Save the correction'}
      />
    </>
  )
}
