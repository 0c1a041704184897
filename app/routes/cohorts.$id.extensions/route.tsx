import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { viewExtensions } from '#app/features/cohorts/view-extensions.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { pageParam } from '#app/http/params.ts'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { changeExtensions } from './extension-form.server.ts'
import { ExtensionTable } from './extension-table.tsx'
import { GrantForm } from './grant-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Extensions · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const page = pageParam(args.request)
  return { page, timeZone: actor.timeZone, cohort: await viewExtensions(actor, args.params.id, page) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { now } = args.context.get(requestContext)
  const changed = await changeExtensions(actor, args.params.id, args.request, now)
  if ('fault' in changed) return data({ fault: changed.fault }, { status: 400 })
  return redirectWithFlash(`/cohorts/${args.params.id}/extensions`, changed.done)
}

export default function Extensions({ loaderData: { cohort, page, timeZone }, actionData }: Route.ComponentProps) {
  const { id, name, vignettes, extensions, pages } = cohort
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={id} name={name} />}
        title="Extensions"
        lead="A later date for one trainee and one vignette. Days that were agreed as a reasonable adjustment are added to every deadline by themselves and need no extension."
      />
      <div className="grid gap-section">
        <section aria-labelledby="granted">
          <h2 id="granted" className="mb-4 text-2xl">
            Granted
          </h2>
          <ExtensionTable extensions={extensions} timeZone={timeZone} />
          <Pagination page={page} pageCount={pages} hrefOf={(to) => `/cohorts/${id}/extensions?page=${to}`} />
        </section>
        <GrantForm vignettes={vignettes} timeZone={timeZone} fault={actionData?.fault} />
      </div>
    </>
  )
}
