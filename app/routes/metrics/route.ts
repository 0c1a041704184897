import { mayReadMetrics, metricsPage } from '#app/http/metrics.server.ts'
import type { Route } from './+types/route'

/** What this process has done since it began, for a Prometheus that holds the token. To anybody else there is nothing here. */
export async function loader({ request }: Route.LoaderArgs) {
  if (!mayReadMetrics(request.headers.get('authorization'))) throw new Response('Nothing is here.', { status: 404 })
  return metricsPage()
}
