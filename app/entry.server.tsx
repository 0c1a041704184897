import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { settings } from './env.server.ts'
import { type RequestFacts, requestContext } from './http/context.ts'
import { logger } from './http/log.server.ts'
import { loggablePath } from './http/loggable-path.ts'
import { paymentPages } from './http/payment-pages.server.ts'
import { answerNotModified } from './http/public-page.ts'
import { renderForHydration, renderPlain } from './http/render-document.server.ts'
import { contentSecurityPolicy, setSecurityHeaders } from './http/security-headers.ts'
import type { PageHandle } from './root.tsx'
import { RequestReference } from './ui/request-reference.tsx'

export { catalogueDoor } from './http/catalogue-door.server.ts'

/** Renders a document. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
) {
  const facts = factsOf(loadContext)
  if (!facts) return refuseUnseen(status, headers)
  const { nonce, id } = facts
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, paymentPages()))
  const notModified = answerNotModified(request, status, headers, routerContext.manifest.version)
  if (notModified) return notModified

  let documentStatus = status
  const document = (
    <RequestReference value={id}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
    </RequestReference>
  )
  const html = hydrates(routerContext)
    ? await renderForHydration(document, {
        nonce,
        onError(error) {
          documentStatus = 500
          logger.error({ err: error, requestId: id }, 'rendering failed')
        },
      })
    : renderPlain(document)
  headers.set('Content-Length', String(html.byteLength))
  return new Response(html, { headers, status: documentStatus })
}

const hydrates = ({ staticHandlerContext }: EntryContext) =>
  !staticHandlerContext.errors &&
  staticHandlerContext.matches.some(({ route }) => (route.handle as PageHandle | undefined)?.hydrate)

/** Every unexpected error of a loader or action ends here once, with the reference that the person sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }) {
  if (request.signal.aborted) return
  const requestId = factsOf(context as RouterContextProvider)?.id
  logger.error({ err: error, requestId, path: loggablePath(request.url) }, 'request failed')
}

/** Absent when the framework refused the request, for its method, before our middleware saw it. */
function factsOf(context: RouterContextProvider): RequestFacts | undefined {
  try {
    return context.get(requestContext)
  } catch {
    return undefined
  }
}

/** No browser asks like this: a sentence is enough. */
function refuseUnseen(status: number, headers: Headers): Response {
  setSecurityHeaders(headers, { isSecure: settings().appUrl.startsWith('https:') })
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  return new Response('Nothing here answers to this method.\n', { status, headers })
}
