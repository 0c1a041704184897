import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { actsAt } from './acts.ts'
import { answerClient } from './answer-client.ts'
import { type BooksOptions, openBooks } from './books.ts'
import { type Shown, showPage } from './show-page.ts'
import { newId } from './state.ts'

export type StandIn = Awaited<ReturnType<typeof startStandIn>>

/** Stands in for Stripe on loopback: the real client talks to it, and it takes no money. */
export async function startStandIn({ port = 0, ...options }: BooksOptions & { port?: number } = {}) {
  const books = openBooks(options)
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const body = await text(request)
    const shown = showPage(books, url, request.method === 'POST' ? new URLSearchParams(body) : undefined)
    if (shown) return sendPage(response, shown)
    const sent = request.method === 'GET' ? url.search.slice(1) : body
    const answered = answerClient(books, request, { path: url.pathname, sent, origin })
    if (!answered) return void response.destroy()
    response.writeHead(answered.status, { 'content-type': 'application/json', 'request-id': newId('req') })
    response.end(JSON.stringify(answered.body))
  }

  async function stop(): Promise<void> {
    books.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  return { origin, state: books.state, switches: books.switches, ...actsAt(books), stop }
}

function sendPage(response: ServerResponse, shown: Shown): void {
  if ('location' in shown) response.writeHead(303, shown).end()
  else
    response
      .writeHead(shown.status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(shown.html)
}
