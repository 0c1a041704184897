import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { CONFLICT_KINDS } from '#app/domain/allocation.ts'
import { declareConflict, endConflict } from '#app/features/marking/declare-conflict.server.ts'
import { viewConflicts } from '#app/features/marking/view-conflicts.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { ConflictTable } from './conflict-table.tsx'
import { DeclareForm } from './declare-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Conflicts of interest · Stance' }]

const conflictForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('declare'),
    marker: z.uuid('Choose a marker.'),
    who: z.string().trim().min(1, 'Write a name or an e-mail address.').max(320, 'Use at most 320 characters.'),
    kind: z.enum(CONFLICT_KINDS, 'Choose what it is.'),
    note: z.string().trim().max(500, 'Use at most 500 characters.'),
  }),
  z.object({ intent: z.literal('end'), id: z.uuid() }),
])

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.allocate')
  const { now } = args.context.get(requestContext)
  return {
    actorId: actor.id,
    timeZone: actor.timeZone,
    marks: can(actor, 'marking.mark'),
    ...(await viewConflicts(actor, now)),
  }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.allocate')
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, conflictForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  if (form.value.intent === 'end') {
    await endConflict(actor, form.value.id, now)
    return redirectWithFlash('/marking/conflicts', 'The conflict has ended.')
  }
  const { marker: markerId, ...declaration } = form.value
  const declared = await declareConflict(actor, { markerId, ...declaration }, now)
  if ('fault' in declared) {
    const { field, message } = declared.fault
    return data({ fault: faultIn(field, message, form.typed) }, { status: 400 })
  }
  return redirectWithFlash('/marking/conflicts', 'It is declared, and holds from now on.')
}

export default function Conflicts({ loaderData, actionData }: Route.ComponentProps) {
  const { actorId, marks, own, ofOthers, markers, timeZone } = loaderData
  return (
    <>
      <PageHeader
        above={marks && <Breadcrumb trail={[{ href: '/marking', label: 'Marking' }]} />}
        title="Conflicts of interest"
        lead="Nobody marks the work of somebody whom they supervise, or with whom they have another conflict of interest."
      />
      <DeclareForm markers={markers} actorId={actorId} fault={actionData?.fault} />
      {own.length > 0 && <ConflictTable title="Your own" conflicts={own} timeZone={timeZone} />}
      {ofOthers.length > 0 && (
        <ConflictTable
          title="Of other markers, about your trainees"
          conflicts={ofOthers}
          timeZone={timeZone}
          showsMarker
        />
      )}
    </>
  )
}
