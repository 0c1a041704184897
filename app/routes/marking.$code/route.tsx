import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { scriptName } from '#app/domain/marking.ts'
import { ToldBenchmark } from '#app/features/calibration/told-benchmark.tsx'
import { viewToldGold } from '#app/features/calibration/view-benchmark.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { giveBackScript } from '#app/features/marking/give-back-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewScript } from '#app/features/marking/view-script.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { queueHref, readQueueQuery } from '../marking/query.ts'
import type { Route } from './+types/route'
import { afterLocking } from './after-locking.server.ts'
import { LockedMark } from './locked-mark.tsx'
import { MarkingDesk } from './marking-desk.tsx'
import { passageNotes } from './passage-notes.tsx'
import { readMarkForm } from './read-mark-form.server.ts'
import { saveForLater } from './save-for-later.server.ts'
import { ScriptPanel } from './script-panel.tsx'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = ({ params }) => [{ title: `${scriptName(params.code ?? '')} · Stance` }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  const view = await viewScript(actor, args.params.code)
  if ('withdrawn' in view) throw redirectWithFlash('/marking', view.withdrawn, 'info')
  const benchmark = view.isToldBenchmark ? await viewToldGold(actor, args.params.code) : null
  const { usesLetterKeys, timeZone } = actor
  const queue = queueHref(readQueueQuery(args.request.url), {})
  return { view, benchmark, queue, usesLetterKeys, vault: draftVault(actor.id), timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  const { code } = args.params
  const { now } = args.context.get(requestContext)
  const form = await readMarkForm(args.request)
  if (form.intent === 'give-back') {
    const given = await giveBackScript(actor, code, now)
    if ('refused' in given) return redirectWithFlash(`/marking/${code}`, given.refused, 'info')
    return redirectWithFlash('/marking', `${scriptName(code)} is back in the queue.`)
  }
  const { fields, draftVersion } = form
  if (form.intent === 'save') return saveForLater(actor, code, form, now)
  const locking = await lockMark(actor, code, fields, now, draftVersion)
  if ('withdrawn' in locking) return redirectWithFlash('/marking', locking.withdrawn, 'info')
  if ('faults' in locking) {
    const { faults, newer } = locking
    const refused = { faults, typed: fields, draftVersion: newer?.version ?? draftVersion, newer }
    return data(refused, { status: newer ? 409 : 400 })
  }
  const query = readQueueQuery(args.request.url)
  return afterLocking(actor, { code, ...locking, isNextWanted: form.intent === 'lock-next', query, now })
}

export default function Script({ loaderData, actionData }: Route.ComponentProps) {
  const { view, benchmark, queue, vault, timeZone, usesLetterKeys } = loaderData
  const { code, script, rubric, mark, rubricSlug, bank } = view
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: queue, label: 'Marking' }]} />}
        eyebrow={script.title}
        title={scriptName(code)}
        actions={
          view.hasTwoMarks && (
            <LinkButton href={`/marking/${code}/differences`} variant="secondary">
              Both marks and where they differ
            </LinkButton>
          )
        }
      />
      {mark ? (
        <div className="grid items-start gap-x-10 gap-y-section lg:grid-cols-[5fr_6fr]">
          <ScriptPanel script={script} notes={passageNotes(mark.anchors, rubric)} />
          {benchmark ? <ToldBenchmark comparison={benchmark} /> : <LockedMark rubric={rubric} mark={mark} />}
        </div>
      ) : (
        <MarkingDesk
          view={view}
          desk={{ usesLetterKeys, rubricSlug, bank }}
          vault={vault}
          timeZone={timeZone}
          refused={actionData}
        />
      )}
    </>
  )
}
