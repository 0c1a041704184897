import { requirePermission } from '#app/auth/guards.server.ts'
import { exportPortfolio } from '#app/features/portfolio/export-portfolio.server.ts'
import { requestContext } from '#app/http/context.ts'
import type { Route } from './+types/route'

/** Everything of one's own portfolio with all its versions. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const { text, fileName } = await exportPortfolio(actor, 'json', args.context.get(requestContext).now)
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
