import { requireActor } from '#app/auth/guards.server.ts'
import { openSessionFile } from '#app/features/cohorts/session-files.server.ts'
import { attachmentNamed } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** A file among the materials of a session. It is always saved and never shown in place: whatever it holds runs nothing here. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { id: cohortId, session: sessionId, file: fileId } = args.params
  const { file, content } = await openSessionFile(actor, { cohortId, sessionId, fileId })
  return new Response(content, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.bytes),
      'Content-Disposition': attachmentNamed(file.name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  })
}
