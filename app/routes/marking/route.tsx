import { Form, redirect } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { isGiveBackReason } from '#app/domain/give-back.ts'
import { scriptName } from '#app/domain/marking.ts'
import { claimNextScript, claimScript } from '#app/features/marking/claim-script.server.ts'
import { giveBackScript } from '#app/features/marking/give-back-script.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { queueHref, readQueueQuery, scriptHref } from './query.ts'
import { QueueFilters } from './queue-filters.tsx'
import { ScriptTable } from './script-table.tsx'
import { TalkList } from './talk-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Marking · Stance' }]

/** Without a code it is the next one that is asked for. */
const queueForm = z.union([
  z.object({ intent: z.literal('give-back'), code: z.string(), reason: z.string().refine(isGiveBackReason) }),
  z.object({ intent: z.literal('claim').default('claim'), code: z.string().optional() }),
])

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  const query = readQueueQuery(args.request.url)
  return { query, queue: await viewQueue(actor, { ...query, vignetteSlug: query.vignette }) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  const { now } = args.context.get(requestContext)
  const query = readQueueQuery(args.request.url)
  const form = await parseForm(args.request, queueForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { code } = form.value
  if (form.value.intent === 'give-back') {
    const given = await giveBackScript(actor, form.value.code, now, form.value.reason)
    if ('refused' in given) return redirectWithFlash(`/marking/${code}`, given.refused, 'info')
    return redirectWithFlash('/marking', `${scriptName(form.value.code)} is no longer with you.`)
  }
  const claim =
    code === undefined ? await claimNextScript(actor, query.vignette, now) : await claimScript(actor, code, now)
  if ('refused' in claim) {
    const to = claim.isCalibrationDue ? '/calibration' : queueHref(query, { page: query.page })
    return redirectWithFlash(to, claim.refused, 'info')
  }
  return redirect(scriptHref(claim.code, query))
}

export default function MarkingQueue({ loaderData: { query, queue } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Marking"
        lead="Each script has a code and nothing else. The order is random, stays the same for you, and is different for every marker."
        actions={queue.counts.allocated.count + queue.counts.waiting.count > 0 && <TakeNext />}
      />
      <BesideTheQueue />
      <TalkList talks={queue.talks} />
      <QueueFilters query={query} queue={queue} />
      <ScriptTable scripts={queue.scripts} query={query} />
      <Pagination page={queue.page} pageCount={queue.pages} hrefOf={(page) => queueHref(query, { page })} />
    </>
  )
}

const BesideTheQueue = () => (
  <nav aria-label="Beside the queue" className="mb-8">
    <ul className="flex flex-wrap gap-x-6">
      {[
        ['/marking/release', 'Release marks'],
        ['/marking/comments', 'Comment bank'],
        ['/marking/drift', 'Your marks in their order'],
        ['/marking/conflicts', 'Conflicts of interest'],
      ].map(([href, label]) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-target items-center">
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

function TakeNext() {
  return (
    <Form method="post">
      <Button name="intent" value="claim">
        Take the next one
      </Button>
    </Form>
  )
}
