import { requireActor } from '#app/auth/guards.server.ts'
import { openFile } from '#app/features/portfolio/download-file.server.ts'
import { requestContext } from '#app/http/context.ts'
import { idParam } from '#app/http/params.ts'
import type { Route } from './+types/route'

/**
 * A file that somebody uploaded. It is always saved and never shown in place: whatever it holds runs nothing here. Its name is ours,
 * so that a shared computer's list of downloads tells nobody's.
 */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { file, content } = await openFile(actor, idParam(args.params.id), args.context.get(requestContext).now)
  return new Response(content, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `attachment; filename="certificate-${file.sha256.slice(0, 8)}.${endings[file.mediaType] ?? 'bin'}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })
}

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }
