import { requirePermission } from '#app/auth/guards.server.ts'
import { columnsOfMarks } from '#app/features/agreement/columns-of-marks.ts'
import { exportMarks } from '#app/features/agreement/export-marks.server.ts'
import { viewAgreement } from '#app/features/agreement/view-agreement.server.ts'
import { requestContext } from '#app/http/context.ts'
import type { Route } from './+types/route'

/** The double-marked scripts of a vignette without anybody's name, or with `?part=columns` what the columns mean. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'agreement.read')
  const query = new URL(args.request.url).searchParams
  const where = { cohortId: args.params.id, vignetteSlug: query.get('vignette') }
  if (query.get('part') === 'columns') {
    await viewAgreement(actor, where.cohortId, where.vignetteSlug)
    return asFile(columnsOfMarks, 'agreement-columns.csv')
  }
  const { csv, fileName } = await exportMarks(actor, where, args.context.get(requestContext).now)
  return asFile(csv, fileName)
}

const asFile = (csv: string, fileName: string) =>
  new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
