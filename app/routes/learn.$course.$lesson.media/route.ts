import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { keepMediaPlace } from '#app/features/learning/media/keep-media-place.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

/** What a player tells when it stops. */
const placeSchema = z.object({ file: z.string().max(200), seconds: z.coerce.number().int().min(0).max(86_400) })

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const place = await parseForm(args.request, placeSchema)
  if (!place.ok) throw new Response('This could not be read.', { status: 400 })
  await keepMediaPlace(actor, args.params, place.value)
  return new Response(null, { status: 204 })
}
