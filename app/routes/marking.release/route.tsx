import { Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { releaseMarks, viewUnreleased } from '#app/features/marking/release-marks.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { listField, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { MarkTable } from './mark-table.tsx'
import { releaseMessage } from './release-message.ts'

export const meta: Route.MetaFunction = () => [{ title: 'Release marks · Stance' }]

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  tick: z.literal('all').optional().catch(undefined),
})
const releaseForm = z.object({ code: listField(z.string()) })

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'marking.release')
  const { page, tick } = query.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return { page, areTicked: tick === 'all', ...(await viewUnreleased(actor, page)) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'marking.release')
  const form = await parseForm(args.request, releaseForm)
  const codes = form.ok ? form.value.code : []
  if (codes.length === 0)
    return redirectWithFlash('/marking/release', 'Tick the marks that you want to release.', 'info')
  const { text, tone } = releaseMessage(await releaseMarks(actor, codes, args.context.get(requestContext).now))
  return redirectWithFlash('/marking/release', text, tone)
}

export default function Release({ loaderData: { marks, total, page, pages, areTicked } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/marking', label: 'Marking' }]} />}
        title="Release marks"
        lead="With the release the trainee reads the marks, the comments and the model discussion. It cannot be taken back."
      />
      {total === 0 ? (
        <EmptyState title="No mark waits for release">
          <p>A mark appears here as soon as its marker has locked it.</p>
        </EmptyState>
      ) : (
        <Form method="post" action="/marking/release" className="grid gap-6">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <Button>Release the ticked marks</Button>
            <a
              href={`/marking/release?page=${page}${areTicked ? '' : '&tick=all'}`}
              className="inline-flex min-h-target items-center"
            >
              {areTicked ? 'Untick all' : 'Tick all on this page'}
            </a>
          </div>
          <MarkTable marks={marks} areTicked={areTicked} />
        </Form>
      )}
      <Pagination page={page} pageCount={pages} hrefOf={(number) => `/marking/release?page=${number}`} />
    </>
  )
}
