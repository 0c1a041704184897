import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What another build answers at an address in place of this one: other text, or a refusal. */
export type Changes = Record<string, ((text: string) => string) | number>

type FrontDoor = { url: string; changes: Changes; close(): void }

/**
 * Stands before a server, as a balancer does, so that a test can put another build behind it. The browser fetches the script of a service worker past whatever
 * a test says of its requests.
 */
export async function openFrontDoor(behind: string): Promise<FrontDoor> {
  const door: FrontDoor = { url: '', changes: {}, close: () => server.close() }
  const server = createServer((asked, answer) => pass(behind, asked, answer, door.changes[asked.url ?? '']))
  server.listen(0)
  await once(server, 'listening')
  door.url = `http://localhost:${(server.address() as AddressInfo).port}`
  return door
}

function pass(behind: string, asked: IncomingMessage, answer: ServerResponse, change: Changes[string] | undefined) {
  if (typeof change === 'number') return answer.writeHead(change).end()
  const { origin, ...headers } = asked.headers
  const { host } = new URL(behind)
  const forward = request(new URL(asked.url ?? '/', behind), {
    method: asked.method,
    headers: { ...headers, host, 'accept-encoding': 'identity', ...(origin && { origin: behind }) },
  })
  forward.on('response', async (given) => {
    const { 'content-length': _, ...kept } = given.headers
    answer.writeHead(given.statusCode ?? 502, change ? kept : given.headers)
    if (change) answer.end(change(await text(given)))
    else given.pipe(answer)
  })
  forward.on('error', () => answer.destroy())
  asked.pipe(forward)
}
