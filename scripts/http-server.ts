import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createRequestListener } from '@react-router/node'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { CatalogueDoor } from '#app/http/catalogue-door.server.ts'
import { keepPages } from './kept-pages.ts'
import { serveFiles } from './serve/static-files.ts'

type Options = { build: ServerBuild; port: number; trustProxy: boolean; staticFolder: string }

/** How long requests under way may take after we were asked to stop. */
const FINISHING_MS = 10_000

/** Serves the built pages and files. @returns the port, and how to stop after the requests under way. */
export async function startHttpServer({ build, port, trustProxy, staticFolder }: Options) {
  const serveFile = serveFiles(staticFolder)
  const servePage = createRequestListener({ build })
  const serveKept = keptPagesOf(build)
  const server = createServer((request, response) => {
    if (!isSensible(request)) return response.writeHead(400).end()
    if (ROUTE_DISCOVERY.test(request.url ?? '')) return response.writeHead(404).end()
    request.headers['x-stance-client-address'] = clientAddress(request, trustProxy)
    const draw = () => servePage(request, response)
    if (!serveFile(request, response) && !serveKept?.(request, response, draw)) draw()
  })
  // Longer than the usual 60 s of a load balancer, which must be the one to close an idle connection.
  server.keepAliveTimeout = 65_000
  await listen(server, port)
  const address = server.address()
  return { port: address && typeof address === 'object' ? address.port : port, stop: () => close(server) }
}

/** Nothing where the build is none of ours: then every page is drawn. */
function keptPagesOf(build: ServerBuild) {
  const { catalogueDoor: door } = build.entry.module as { catalogueDoor?: CatalogueDoor }
  if (!door) return undefined
  const handle = createRequestHandler(build, 'production')
  const render = (path: string) => handle(new Request(`${door.origin()}${path}`), new RouterContextProvider())
  return keepPages({ ...door, render })
}

/** The framework would say which routes there are, before any of our guards. No page of ours asks. */
const ROUTE_DISCOVERY = /^\/__manifest(?:[?#]|$)/

/** A name or an address, perhaps with a port. A path in it would lead the framework elsewhere than to the address that was asked for. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/** No browser sends anything else, and the framework cannot make a request of it: it would be a fault of ours in the log. */
function isSensible({ method, url = '', headers: { host = '' } }: IncomingMessage): boolean {
  return method !== 'TRACE' && url.startsWith('/') && HOST.test(host) && URL.canParse(`http://${host}${url}`)
}

/**
 * Who is asking, for limits and the log. It replaces whatever a client sent under our header's name. Behind a proxy
 * only the last hop counts, which the proxy wrote; anything before it may be made up.
 */
function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const hops = request.headers['x-forwarded-for']
  const lastHop = trustProxy
    ? String(hops ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return lastHop || (request.socket.remoteAddress ?? 'unknown')
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function close(server: Server): Promise<void> {
  const impatience = setTimeout(() => server.closeAllConnections(), FINISHING_MS)
  // A connection whose request has just been answered is kept open for the next one, which must not come.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(sweep)
  clearTimeout(impatience)
}
