import { randomBytes, randomUUID } from 'node:crypto'
import type { MiddlewareFunction } from 'react-router'
import { sessionContext, sessionReader } from '#app/auth/session.server.ts'
import { countQueries } from '#app/db/client.server.ts'
import { settings } from '#app/env.server.ts'
import { requestContext } from './context.ts'
import { clearedFlash, flashContext, flashReader } from './flash.server.ts'
import { logger } from './log.server.ts'
import { loggablePath } from './loggable-path.ts'
import { countRequest } from './metrics.server.ts'
import { writtenFor } from './reader.server.ts'
import { setSecurityHeaders } from './security-headers.ts'

/** Set by our own HTTP server from the socket; whatever a client sends under this name is dropped there. */
const CLIENT_ADDRESS_HEADER = 'x-stance-client-address'

/** Wraps every request: facts, same-origin check, headers, one log line. */
export const requestMiddleware: MiddlewareFunction<Response> = async ({ request, context, pattern }, next) => {
  const started = performance.now()
  const facts = {
    id: randomUUID(),
    nonce: randomBytes(16).toString('base64'),
    now: new Date(),
    clientAddress: request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
  }
  context.set(requestContext, facts)
  const session = sessionReader(request, facts.id)
  context.set(sessionContext, session)
  const flash = flashReader(request)
  context.set(flashContext, flash)

  const { result: response, queries } = await countQueries(() => writtenFor(session, whyRefused(request) ?? next))
  for (const cookie of [session.cookie, clearedFlash(flash)]) if (cookie) response.headers.append('Set-Cookie', cookie)
  // What a person sees signed in must never come out of a cache; a public page sets its own header.
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
  // A device that keeps somebody's lessons sees by this when it is another person's page that it shows.
  if (session.account) response.headers.set('X-Stance-Account', session.account)
  if (!settings().isProduction) response.headers.set('Server-Timing', `db;desc="${queries()} statements"`)
  setSecurityHeaders(response.headers, { isSecure: settings().appUrl.startsWith('https:') })
  const { method } = request
  const [ms, { status }] = [performance.now() - started, response]
  countRequest({ method, status, route: routeOf(pattern), seconds: ms / 1_000, statements: queries() })
  logger.info(
    {
      requestId: facts.id,
      method,
      path: loggablePath(request.url),
      status,
      queries: queries(),
      ms: Math.round(ms),
    },
    'request',
  )
  return response
}

/** The framework begins the pattern of the home page alone with a slash. */
const routeOf = (pattern: string) => (pattern.startsWith('/') ? pattern : `/${pattern}`)

/**
 * The button of a mail program posts from nowhere (RFC 8058). The address is the whole authority there: it is signed, and no cookie is
 * looked at.
 */
const POSTED_BY_MAIL = /^\/stop-mails\/[^/]+$/

/** Stripe posts from nowhere too: there the signature over the body is the whole authority, and no cookie is looked at. */
const POSTED_BY_STRIPE = /^\/stripe\/webhook$/

/** What is refused before anybody looks at it. */
function whyRefused(request: Request): (() => Promise<Response>) | undefined {
  if (!isOwnWrite(request)) return refuseForeignWrite
  return NUL.test(request.url) ? refuseUnreadable : undefined
}

const refuseForeignWrite = async () => new Response('This form was sent from another site.', { status: 403 })

/** Nothing here has NUL in its address, and PostgreSQL could not look for it. */
const NUL = /%00/
const refuseUnreadable = async () => new Response('This address cannot be read.', { status: 400 })

/**
 * A write must come from our own pages. Browsers send Origin with every POST; one without it, or with another's,
 * is refused. The public address counts as ours beside the address that the request was made to.
 */
function isOwnWrite(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const { pathname, origin: own } = new URL(request.url)
  if (request.method === 'POST' && (POSTED_BY_MAIL.test(pathname) || POSTED_BY_STRIPE.test(pathname))) return true
  const origin = request.headers.get('origin')
  return origin !== null && (origin === new URL(settings().appUrl).origin || origin === own)
}
