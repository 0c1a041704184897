import { requirePermission } from '#app/auth/guards.server.ts'
import { exportLedger } from '#app/features/billing/view-orders.server.ts'
import { requestContext } from '#app/http/context.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** Every movement of money in a month: `?month=2026-11`. */
export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'ledger.read')
  const { now } = args.context.get(requestContext)
  const month = args.url.searchParams.get('month') ?? now.toISOString().slice(0, 7)
  const { csv, fileName } = await exportLedger(month, now)
  return download(args.request, csv, { type: 'text/csv; charset=utf-8', name: fileName, cached: 'nowhere' })
}
