import { requirePermission } from '#app/auth/guards.server.ts'
import { lessonPdf } from '#app/features/learning/lesson-pdf/lesson-pdf.server.ts'
import { requestContext } from '#app/http/context.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** A lesson for whoever may read it, on paper. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const pdf = await lessonPdf(actor, args.params, args.context.get(requestContext).now)
  const file = { type: 'application/pdf', name: `${args.params.lesson}.pdf`, cached: 'nowhere' } as const
  return download(args.request, Uint8Array.from(pdf), file)
}
