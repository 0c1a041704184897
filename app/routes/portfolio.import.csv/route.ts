import { requirePermission } from '#app/auth/guards.server.ts'
import { logTemplate } from '#app/features/portfolio/log-template.server.ts'
import type { Route } from './+types/route'

/** A log to fill in, with one's own codes and supervisors. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return new Response(await logTemplate(actor), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="stance-log.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
}
