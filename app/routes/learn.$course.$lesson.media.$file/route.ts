import { requirePermission } from '#app/auth/guards.server.ts'
import { openMedia } from '#app/features/learning/media/open-media.server.ts'
import { rangedFile } from '#app/http/ranged-file.ts'
import type { Route } from './+types/route'

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { recording, captions } = await openMedia(actor, args.params)
  if (recording) return rangedFile(args.request, recording)
  return new Response(captions, {
    headers: { 'Content-Type': 'text/vtt; charset=utf-8', 'Cache-Control': 'private, no-cache' },
  })
}
