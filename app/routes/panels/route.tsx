import { requireActor } from '#app/auth/guards.server.ts'
import { can } from '#app/auth/policy.ts'
import { inNumber } from '#app/domain/wording.ts'
import { panelKindNames } from '#app/features/panels/panel-kinds.ts'
import { viewPanels } from '#app/features/panels/view-panel.server.ts'
import { requestContext } from '#app/http/context.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Panels · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const panels = await viewPanels(actor, args.context.get(requestContext).now)
  return { panels, mayCreate: can(actor, 'panels.manage') }
}

type Panel = Route.ComponentProps['loaderData']['panels'][number]

export default function Panels({ loaderData: { panels, mayCreate } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Panels"
        lead="Experts who judge a vignette or a benchmark, each by themselves. What they agree on becomes the key."
        actions={mayCreate && <LinkButton href="/panels/new">New panel</LinkButton>}
      />
      <Table
        caption="Panels"
        hideCaption
        rows={panels}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', header: 'Panel', cell: (panel) => <PanelName panel={panel} /> },
          { key: 'item', header: 'Judges', cell: ({ kind, itemTitle }) => `${panelKindNames[kind]}: ${itemTitle}` },
          {
            key: 'closes',
            header: 'Closes on',
            cell: ({ closesOn }) => <Time value={closesOn} zone="UTC" style="short-date" />,
          },
          { key: 'answers', header: 'Answers', cell: (panel) => <Answers panel={panel} /> },
        ]}
        empty={<NoPanels mayCreate={mayCreate} />}
      />
    </>
  )
}

/** Where a person leads a panel and sits on it, both lead somewhere. */
function PanelName({ panel: { id, title, isLead, isMember } }: { panel: Panel }) {
  return (
    <>
      <a href={isLead ? `/panels/${id}` : `/panels/${id}/answer`}>{title}</a>
      {isLead && isMember && (
        <>
          {' '}
          (<a href={`/panels/${id}/answer`}>your own answer</a>)
        </>
      )}
    </>
  )
}

function Answers({ panel }: { panel: Panel }) {
  const { isLead, isMember, hasAnswered, isOpen, invited, answered, isFormed } = panel
  return (
    <div className="flex flex-wrap gap-2">
      {isLead && invited !== null && answered !== null && (
        <span>
          {inNumber(invited, { one: '{answered} of 1 member', other: '{answered} of {n} members' }, { answered })}
        </span>
      )}
      {isLead && isFormed && <Status status="met">Consensus formed</Status>}
      {isMember && hasAnswered && <Status status="met">You have answered</Status>}
      {isMember && !hasAnswered && isOpen && <Status status="waiting">Waits for you</Status>}
      {!isOpen && <Status status="locked">Closed</Status>}
    </div>
  )
}

const NoPanels = ({ mayCreate }: { mayCreate: boolean }) => (
  <EmptyState title={mayCreate ? 'No panel yet' : 'You are invited to no panel'}>
    <p>
      {mayCreate
        ? 'Create one for a vignette that a key scores, or for a benchmark, and invite at least three experts.'
        : 'When a training lead asks for your judgement, the panel stands here.'}
    </p>
  </EmptyState>
)
