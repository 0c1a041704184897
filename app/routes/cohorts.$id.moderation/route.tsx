import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { scriptName } from '#app/domain/marking.ts'
import { inNumber } from '#app/domain/wording.ts'
import { drawForm, drawSample } from '#app/features/review/moderate.server.ts'
import { viewModerations } from '#app/features/review/view-moderations.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { pageParam } from '#app/http/params.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Route } from './+types/route'
import { DrawForm } from './draw-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Moderation · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'moderation.review')
  const page = pageParam(args.request)
  return { page, cohortId: args.params.id, list: await viewModerations(actor, args.params.id, page) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'moderation.review')
  const { id } = args.params
  await viewModerations(actor, id, 1)
  const form = await parseForm(args.request, drawForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const drawn = await drawSample(actor, id, form.value, args.context.get(requestContext).now)
  return redirectWithFlash(`/cohorts/${id}/moderation`, drawnMessage(drawn, form.value.count))
}

function drawnMessage(drawn: number, asked: number): string {
  if (drawn === 0) return 'No finally marked answer is left to be drawn.'
  const what = inNumber(drawn, { one: 'One answer was drawn.', other: '{n} answers were drawn.' })
  return drawn < asked ? `${what} There were no more.` : what
}

export default function ModerationList({ loaderData: { page, cohortId, list }, actionData }: Route.ComponentProps) {
  const { counts } = list
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={cohortId} name={list.cohortName} />}
        title="Moderation"
        lead={`${counts.drawn} of ${counts.markedAltogether} finally marked answers are in the sample: ${counts.agreed} agreed with, ${counts.disagreed} not. What is drawn is not released before somebody uninvolved has looked at it.`}
      />
      <div className="grid gap-section">
        <section aria-label="The sample">
          {list.sample.length === 0 ? (
            <EmptyState title="Nothing has been drawn yet">
              <p>Draw some of the finally marked answers below.</p>
            </EmptyState>
          ) : (
            <Table
              caption="The sample"
              hideCaption
              rows={list.sample}
              rowKey={({ id }) => id}
              columns={columns(cohortId)}
            />
          )}
          <Pagination
            page={page}
            pageCount={list.pageCount}
            hrefOf={(to) => `/cohorts/${cohortId}/moderation?page=${to}`}
          />
        </section>
        <DrawForm fault={actionData?.fault} />
      </div>
    </>
  )
}

type Row = Route.ComponentProps['loaderData']['list']['sample'][number]

const columns = (cohortId: string): Column<Row>[] => [
  {
    key: 'script',
    header: 'Script',
    cell: ({ id, code, isInvolved }) =>
      isInvolved ? scriptName(code) : <a href={`/cohorts/${cohortId}/moderation/${id}`}>{scriptName(code)}</a>,
  },
  { key: 'vignette', header: 'Vignette', cell: ({ vignetteTitle }) => vignetteTitle },
  { key: 'drawn', header: 'Drawn', cell: ({ reason }) => (reason === 'near_pass' ? 'Near the standard' : 'At random') },
  { key: 'state', header: 'State', cell: (row) => <State {...row} /> },
]

function State({ verdict, isChangedSince, isInvolved }: Row) {
  if (!verdict) return isInvolved ? 'For somebody else: you had a part in it' : <Tag tone="caution">To look at</Tag>
  return (
    <span className="flex flex-wrap gap-2">
      {verdict === 'agree' ? 'Agreed with' : <Tag tone="caution">Not agreed with</Tag>}
      {isChangedSince && <Tag>Changed since moderation</Tag>}
    </span>
  )
}
