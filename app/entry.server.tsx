import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { requestContext } from './http/context.ts'
import { logger } from './http/log.server.ts'
import { loggablePath } from './http/loggable-path.ts'
import { answerNotModified } from './http/public-page.ts'
import { contentSecurityPolicy } from './http/security-headers.ts'
import { RequestReference } from './ui/request-reference.tsx'

const RENDER_TIMEOUT_MS = 10_000

/** Renders a document: streamed to people, whole to crawlers. */
export default function handleRequest(
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

  return new Promise<Response>((resolve, reject) => {
    let responseStatus = status
    let isShellSent = false
    const whenReady = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <RequestReference value={id}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </RequestReference>,
      {
        nonce,
        [whenReady]() {
          isShellSent = true
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500
          // Before the shell is sent the error comes back through onShellError and is logged there.
          if (isShellSent) logger.error({ err: error, requestId: id }, 'rendering failed')
        },
      },
    )
    setTimeout(abort, RENDER_TIMEOUT_MS).unref()
  })
}

/** Every unexpected error of a loader or action ends here once, with the reference that the person sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }) {
  if (request.signal.aborted) return
  const facts = (context as RouterContextProvider).get(requestContext)
  logger.error({ err: error, requestId: facts.id, path: loggablePath(request.url) }, 'request failed')
}
