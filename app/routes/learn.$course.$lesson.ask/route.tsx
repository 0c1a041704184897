import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { askAtParagraph, viewAsking } from '#app/features/discussion/ask-at-paragraph.server.ts'
import { readWriting } from '#app/features/discussion/read-writing.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Writer } from '#app/routes/cohorts.$id.discussion.new/writer.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Ask your training lead · Stance' }]

/** The paragraph that the address names. */
const paragraphOf = ({ params, request }: Pick<Route.LoaderArgs, 'params' | 'request'>) => ({
  ...params,
  anchor: new URL(request.url).searchParams.get('at') ?? '',
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const at = paragraphOf(args)
  const view = await viewAsking(actor, at)
  return { ...view, lessonPath: lessonPathOf(at), vault: draftVault(actor.id), timeZone: actor.timeZone }
}

const lessonPathOf = ({ course, lesson, anchor }: ReturnType<typeof paragraphOf>) =>
  `/learn/${course}/${lesson}#${anchor}`

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  await limitRate(args, 'discussion', actor.id)
  const { audience, ...sent } = await readWriting(args.request)
  const at = paragraphOf(args)
  const asked = await askAtParagraph(actor, { ...at, audience }, sent, args.context.get(requestContext).now)
  if ('refused' in asked) return data({ ...asked.refused, audience }, { status: asked.refused.newer ? 409 : 400 })
  const done = audience === 'leads' ? 'Your training leads are told.' : 'Your cohort is told.'
  return redirectWithFlash(`/cohorts/${asked.cohortId}/discussion/${asked.id}`, done)
}

export default function Ask({ loaderData, actionData: refused }: Route.ComponentProps) {
  const { cohortName, passage, lessonPath, ...rest } = loaderData
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: lessonPath, label: passage.lessonTitle }]} />}
        eyebrow={cohortName}
        title="Ask your training lead"
        lead="It is saved as you write, for you alone, until you send it."
      />
      <figure className="mb-8 grid max-w-measure gap-2 rounded-md bg-sunk p-5">
        <figcaption className="text-ink-muted text-sm">About this paragraph</figcaption>
        <blockquote className="font-serif text-lg wrap-anywhere">{passage.words}</blockquote>
      </figure>
      <Writer {...rest} kind="question" hasTitle={false} refused={refused} button="Send the question">
        <ChoiceGroup
          name="audience"
          label="Who reads it?"
          choices={[
            { value: 'leads', label: 'The training leads alone' },
            { value: 'cohort', label: 'Everybody in the cohort' },
          ]}
          defaultValue={refused?.audience ?? 'leads'}
        />
      </Writer>
    </>
  )
}
