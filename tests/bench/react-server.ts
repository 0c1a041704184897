import { createServer } from 'node:http'
import path from 'node:path'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import {
  createRequestHandler,
  type EntryContext,
  RouterContextProvider,
  type ServerBuild,
  ServerRouter,
} from 'react-router'

/**
 * What React's own streaming does with the lesson's tree and nothing else: no session, no database, no headers. The tree and
 * its data are taken from one real request; BENCH_URL and BENCH_COOKIE say which.
 */
const { BENCH_URL = '', BENCH_COOKIE = '' } = process.env
const { build, captured } = await loadBuild()
await createRequestHandler(build, 'production')(
  new Request(BENCH_URL, { headers: { cookie: BENCH_COOKIE } }),
  new RouterContextProvider(),
)
// The page carries no script, so nothing is handed over to one; and a stream could be read only once.
const context: EntryContext = { ...captured(), serverHandoffStream: undefined }

const server = createServer((_, response) => {
  const { pipe } = renderToPipeableStream(createElement(ServerRouter, { context, url: BENCH_URL }), {
    onShellReady() {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      pipe(response)
    },
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : ''}`)
})
process.once('SIGTERM', () => process.exit())

/** The built application, with a tap where it hands a page to React. */
async function loadBuild() {
  const original = (await import(path.resolve('build/server/index.js'))) as ServerBuild
  let context: EntryContext | undefined
  const entry: ServerBuild['entry'] = {
    module: {
      ...original.entry.module,
      default: (request, status, headers, routerContext, loadContext) => {
        context = routerContext
        return original.entry.module.default(request, status, headers, routerContext, loadContext)
      },
    },
  }
  return {
    build: { ...original, entry },
    captured() {
      if (!context) throw new Error(`${BENCH_URL} rendered no page.`)
      return context
    },
  }
}
