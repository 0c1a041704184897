import { createHash, timingSafeEqual } from 'node:crypto'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { settings } from '#app/env.server.ts'

/** What this process tells a Prometheus: nothing of any person, and no address but the patterns of our routes. */
const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requestSeconds = new Histogram({
  name: 'stance_request_duration_seconds',
  help: 'How long requests took, by method and pattern of the route, and how they were answered.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})

const statements = new Counter({
  name: 'stance_request_statements_total',
  help: 'Statements that requests sent to the database, by pattern of the route.',
  labelNames: ['route'],
  registers: [registry],
})

export type Answered = { method: string; route: string; status: number; seconds: number; statements: number }

export function countRequest({ method, route, status, seconds, statements: sent }: Answered): void {
  requestSeconds.observe({ method, route, status }, seconds)
  statements.inc({ route }, sent)
}

/** In the text format of Prometheus. */
export async function metricsPage(): Promise<Response> {
  return new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } })
}

/**
 * Whether a request may read them: with the token that was set, and by everybody outside of production where none was. How busy a training organisation is is
 * nobody else's business.
 */
export function mayReadMetrics(authorization: string | null): boolean {
  const { METRICS_TOKEN: token, isProduction } = settings()
  return token ? isSame(authorization ?? '', `Bearer ${token}`) : !isProduction
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))
