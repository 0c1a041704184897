import { requirePermission } from '#app/auth/guards.server.ts'
import { evidencePdf } from '#app/features/evidence/evidence-pdf.server.ts'
import { viewOwnEvidence } from '#app/features/pathway/view-evidence.server.ts'
import { requestContext } from '#app/http/context.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** One's own evidence to print; with `?reflections=whole` the reflections as they were written. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'progress.read')
  const { now } = args.context.get(requestContext)
  const judged = await viewOwnEvidence(actor, now)
  const hasReflections = new URL(args.request.url).searchParams.get('reflections') === 'whole'
  const pdf = await evidencePdf(judged, { hasReflections, timeZone: actor.timeZone, now })
  const file = { type: 'application/pdf', name: `evidence-${judged.evaluated.at}.pdf`, cached: 'nowhere' } as const
  return download(args.request, Uint8Array.from(pdf), file)
}
