import { requirePermission } from '#app/auth/guards.server.ts'
import { exportNotes } from '#app/features/learning/notes/export-notes.server.ts'
import { requestContext } from '#app/http/context.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** All of one's own notes as Markdown. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const { text, fileName } = await exportNotes(actor, 'md', args.context.get(requestContext).now)
  return download(args.request, text, { type: 'text/markdown; charset=utf-8', name: fileName, cached: 'nowhere' })
}
