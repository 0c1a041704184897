import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { requestContext } from './http/context.ts'
import { logger } from './http/log.server.ts'
import { loggablePath } from './http/loggable-path.ts'
import { answerNotModified } from './http/public-page.ts'
import { renderForHydration, renderPlain } from './http/render-document.server.ts'
import { contentSecurityPolicy } from './http/security-headers.ts'
import type { PageHandle } from './root.tsx'
import { RequestReference } from './ui/request-reference.tsx'

/** Renders a document. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
) {
  const { nonce, id } = loadContext.get(requestContext)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', contentSecurityPolicy(nonce))
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
  staticHandlerContext.matches.some(({ route }) => (route.handle as PageHandle | undefined)?.hydrate)

/** Every unexpected error of a loader or action ends here once, with the reference that the person sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }) {
  if (request.signal.aborted) return
  const requestId = requestIdOf(context as RouterContextProvider)
  logger.error({ err: error, requestId, path: loggablePath(request.url) }, 'request failed')
}

/** Absent when the framework refused the request before our middleware saw it. */
function requestIdOf(context: RouterContextProvider): string | undefined {
  try {
    return context.get(requestContext).id
  } catch {
    return undefined
  }
}
