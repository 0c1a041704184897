import { requireActor } from '#app/auth/guards.server.ts'
import { downloadCredential } from '#app/features/credentials/own-certificates.server.ts'
import { download } from '#app/http/download.ts'
import type { Route } from './+types/route'

/** The signed credential as a file, for its holder: wallets and verifiers elsewhere read it. */
export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const { number, text } = await downloadCredential(actor, args.params.number)
  return download(args.request, text, { type: 'application/vc', name: `${number}.json` })
}
