import { viewStatusList } from '#app/features/credentials/signing/view-status-list.server.ts'
import { requestContext } from '#app/http/context.ts'
import { publicFile } from '#app/http/public-file.ts'
import type { Route } from './+types/route'

/** A signed status list. It says at once what was revoked or suspended: caches ask each time. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const list = await viewStatusList(params.list, context.get(requestContext).now)
  return publicFile(request, list, { type: 'application/vc' })
}
