import { requirePermission } from '#app/auth/guards.server.ts'
import { openEvidence } from '#app/features/accreditation/open-evidence.server.ts'
import { evidencePdf } from '#app/features/evidence/evidence-pdf.server.ts'
import { requestContext } from '#app/http/context.ts'
import { download } from '#app/http/download.ts'
import { idParam } from '#app/http/params.ts'
import type { Route } from './+types/route'

/** The evidence of an application as it was handed in, for the file of those who look at it. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'applications.read')
  const { now } = args.context.get(requestContext)
  const id = idParam(args.params.id)
  const { handedIn, ...judged } = await openEvidence(actor, id, now)
  const pdf = await evidencePdf(judged, { handedIn, timeZone: actor.timeZone, now })
  const file = { type: 'application/pdf', name: `evidence-${id}.pdf`, cached: 'nowhere' } as const
  return download(args.request, Uint8Array.from(pdf), file)
}
