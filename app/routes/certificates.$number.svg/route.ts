import { requireActor } from '#app/auth/guards.server.ts'
import { downloadBadge } from '#app/features/credentials/badge-image.server.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** The badge as a picture that carries its credential, for its holder. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { bytes, ...file } = await downloadBadge(actor, args.params.number, 'svg')
  return download(args.request, bytes, file)
}
