import { data, Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { viewUnreleased } from '#app/features/marking/view-unreleased.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { wholeErrorsOf } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { AtATime } from './at-a-time.tsx'
import { readGroup } from './group.ts'
import { addressOf, GroupForm } from './group-form.tsx'
import { MarkTable } from './mark-table.tsx'
import { releaseAsAsked } from './release-form.server.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Release marks · Stance' }]

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  tick: z.literal('all').optional().catch(undefined),
  group: z.string().catch(''),
})

const queryOf = ({ url }: Request) => query.parse({ group: '', ...Object.fromEntries(new URL(url).searchParams) })

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.release')
  const { now } = args.context.get(requestContext)
  const { page, tick, group } = queryOf(args.request)
  const unreleased = await viewUnreleased(actor, { page, group: readGroup(group) }, now)
  return { page, areTicked: tick === 'all', group, timeZone: actor.timeZone, ...unreleased }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.release')
  const released = await releaseAsAsked(actor, args.request, args.context.get(requestContext).now)
  if ('fault' in released) return data({ fault: released.fault }, { status: 400 })
  return redirectWithFlash(addressOf(queryOf(args.request).group), released.done, released.tone)
}

export default function Release({ loaderData, actionData }: Route.ComponentProps) {
  const { marks, groups, group, page, pages, areTicked, timeZone } = loaderData
  const { fault } = actionData ?? {}
  const typed = (name: string) => [fault?.values[name] ?? ''].flat()
  const isOfAll = typed('intent')[0]?.startsWith('all-') ?? false
  const timeFault = fault?.errors.at && { at: typed('at')[0] ?? '', errors: fault.errors.at }
  const hrefOf = (asked: { page: number; tick?: string }) =>
    `/marking/release?${new URLSearchParams({ ...(group && { group }), ...asked, page: String(asked.page) })}`
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/marking', label: 'Marking' }]} />}
        title="Release marks"
        lead="With the release the trainee reads the final mark, the comments and the model discussion. It cannot be taken back."
      />
      {groups.length === 0 ? (
        <EmptyState title="No mark waits for release">
          <p>An answer appears here as soon as it is finally marked.</p>
        </EmptyState>
      ) : (
        <>
          <GroupForm groups={groups} chosen={group} timeZone={timeZone} fault={isOfAll ? timeFault : undefined} />
          <Form method="post" action={addressOf(group)} className="grid gap-6">
            <EnterSendsNothing />
            <ErrorSummary errors={wholeErrorsOf(fault)} />
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <Button name="intent" value="now">
                Release the ticked marks
              </Button>
              <a
                href={hrefOf({ page, ...(!areTicked && { tick: 'all' }) })}
                className="inline-flex min-h-target items-center"
              >
                {areTicked ? 'Untick all' : `Tick all ${marks.length} on this page`}
              </a>
            </div>
            <AtATime
              id="ticked"
              intents={['later', 'never']}
              timeZone={timeZone}
              fault={isOfAll ? undefined : timeFault}
            />
            <MarkTable
              marks={marks}
              isTicked={(code) => areTicked || typed('code').includes(code)}
              timeZone={timeZone}
            />
          </Form>
        </>
      )}
      <Pagination page={page} pageCount={pages} hrefOf={(number) => hrefOf({ page: number })} />
    </>
  )
}
