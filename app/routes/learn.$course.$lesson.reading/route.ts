import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { isParagraphAnchor } from '#app/domain/paragraph-anchor.ts'
import { reportReading } from '#app/features/learning/reading/report-reading.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

/** What an open lesson tells every half minute. How many seconds can be true is for the use case to say. */
const reportSchema = z.object({ seconds: z.coerce.number(), anchor: z.string().refine(isParagraphAnchor).optional() })

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const report = await parseForm(args.request, reportSchema)
  if (!report.ok) throw new Response('This could not be read.', { status: 400 })
  await reportReading(actor, args.params, report.value, args.context.get(requestContext).now)
  return new Response(null, { status: 204 })
}
