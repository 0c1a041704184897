import { signedFile } from '#app/features/credentials/signed-file.server.ts'
import { download } from '#app/http/download.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import type { Route } from './+types/route'

/** The signed credential, for whoever was given its number, which its page names the holder to as well. */
export async function loader(args: Route.LoaderArgs) {
  try {
    const { number, text } = await signedFile(args.params.number)
    return download(args.request, text, { type: 'application/vc', name: `${number}.json`, cached: 'everywhere' })
  } catch (failure) {
    if (failure instanceof Response && failure.status === 404) await limitRate(args, 'verify')
    throw failure
  }
}
