import { viewCredential } from '#app/features/credentials/api/view-credential.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicFile } from '#app/http/public-file.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import type { Route } from './+types/route'

/** What the page of a number says, for software. */
export async function loader(args: Route.LoaderArgs) {
  const { status, body } = await viewCredential(args.params.number, args.context.get(requestContext).now)
  // As on the page: only misses count.
  if (status === 404) await limitRate(args, 'verify')
  return publicFile(args.request, JSON.stringify(body), { type: 'application/json', status })
}
