import { data } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { readWriting } from '#app/features/discussion/read-writing.server.ts'
import { viewThreadToOpen } from '#app/features/discussion/view-discussion.server.ts'
import { openThread } from '#app/features/discussion/write-post.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { Writer } from './writer.tsx'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Begin a thread · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const view = await viewThreadToOpen(actor, args.params.id)
  return { ...view, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  await limitRate(args, 'discussion', actor.id)
  const { audience, ...sent } = await readWriting(args.request)
  const cohortId = args.params.id
  const opened = await openThread(actor, { cohortId, audience }, sent, args.context.get(requestContext).now)
  if ('refused' in opened) return data({ ...opened.refused, audience }, { status: opened.refused.newer ? 409 : 400 })
  return redirectWithFlash(`/cohorts/${cohortId}/discussion/${opened.id}`, 'Your thread is there.')
}

export default function NewThread({ loaderData: { cohort, ...rest }, actionData: refused }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/cohorts/${cohort.id}/discussion`, label: cohort.name }]} />}
        title="Begin a thread"
        lead="It is saved as you write, for you alone, until you send it."
      />
      <Writer {...rest} kind="thread" hasTitle refused={refused} button="Send it">
        <AudienceChoice isLead={cohort.isLead} chosen={refused?.audience} />
      </Writer>
    </>
  )
}

function AudienceChoice({ isLead, chosen = 'cohort' }: { isLead: boolean; chosen: string | undefined }) {
  const leads = isLead ? 'The training leads alone' : 'The training leads alone: a question to them'
  return (
    <ChoiceGroup
      name="audience"
      label="Who reads it?"
      choices={[
        { value: 'cohort', label: 'Everybody in the cohort' },
        { value: 'leads', label: leads },
      ]}
      defaultValue={chosen}
    />
  )
}
