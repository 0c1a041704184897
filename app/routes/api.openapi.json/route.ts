import { settings } from '#app/env.server.ts'
import { openApi } from '#app/features/credentials/api/openapi.ts'
import { publicFile } from '#app/http/public-file.ts'
import type { Route } from './+types/route'

/** The OpenAPI document. */
export const loader = ({ request }: Route.LoaderArgs) =>
  publicFile(request, JSON.stringify(openApi(settings().appUrl), null, 2), { type: 'application/json' })
