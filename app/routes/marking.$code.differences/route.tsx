import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { scriptName } from '#app/domain/marking.ts'
import { TwoMarksCompared } from '#app/features/marking/two-marks.tsx'
import { viewDifferences } from '#app/features/marking/view-differences.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { passageNotes } from '../marking.$code/passage-notes.tsx'
import { ScriptPanel } from '../marking.$code/script-panel.tsx'
import type { Route } from './+types/route'
import { readTalkForm, talk } from './talk-action.server.ts'
import { TalkPanel } from './talk-panel.tsx'

export const meta: Route.MetaFunction = ({ params }) => [
  { title: `Two marks of ${scriptName(params.code ?? '')} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  return { view: await viewDifferences(actor, args.params.code) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.mark')
  const { code } = args.params
  const form = await readTalkForm(args.request)
  const talked = await talk(actor, code, form, args.context.get(requestContext).now)
  if ('faults' in talked) return data({ faults: talked.faults, typed: form.fields, note: form.note }, { status: 400 })
  if ('refused' in talked)
    return data({ faults: { '': talked.refused }, typed: form.fields, note: form.note }, { status: 409 })
  return redirectWithFlash(`/marking/${code}/differences`, talked.done)
}

export default function Differences({ loaderData: { view }, actionData }: Route.ComponentProps) {
  const { code, script, marks, names, isAdjudicator } = view
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/marking', label: 'Marking' },
              { href: `/marking/${code}`, label: scriptName(code) },
            ]}
          />
        }
        eyebrow={script.title}
        title="Two marks of one script"
        lead={
          isAdjudicator
            ? 'Two people marked this script without seeing each other’s mark. You decide, by a mark of your own.'
            : 'You and another marker marked this script without seeing each other’s mark. Both stay as they are, whatever comes of them.'
        }
        actions={
          view.isTalkOpen && (
            <LinkButton href="#talk" variant="secondary">
              {view.proposals.some(({ answer }) => answer === null) ? 'To the mark proposed' : 'To what you can do'}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-x-10 gap-y-section lg:grid-cols-[5fr_6fr]">
        <ScriptPanel
          script={script}
          notes={marks.flatMap(({ anchors }, at) =>
            passageNotes(anchors, view.rubric, { by: names[at], isSecond: at === 1 }),
          )}
        />
        <div className="grid min-w-0 gap-section">
          <section aria-labelledby="both-marks">
            <h2 id="both-marks" className="mb-4 text-2xl">
              Both marks
            </h2>
            <TwoMarksCompared {...view} />
          </section>
          <TalkPanel view={view} refused={actionData} />
        </div>
      </div>
    </>
  )
}
