import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** The pages of the catalogue: everybody who is not signed in reads the same. */
const KEPT = /^\/(?:courses\/[a-z0-9-]+)?$/

/** Of the request that a page was kept from, and of no other. */
const ITS_OWN = ['content-security-policy', 'server-timing']

type Options = {
  /** The same as long as the pages are: asked before every answer. */
  stamp: () => Promise<string>
  /** Makes the page anew, as for somebody whom nothing is known of. */
  render: (path: string) => Promise<Response>
  contentSecurityPolicy: () => string
  note: (answer: { path: string; status: number; ms: number }) => void
}

type Page = { stamp: string; tag: string; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * Answers for pages of the catalogue with their kept bytes, without drawing them again. Whoever sends a cookie, asks with a query or in
 * another way than GET, and whatever goes wrong here, is left to the application.
 * @returns whether the request was a matter of these pages; `otherwise` is called where it turned out not to be.
 */
export function keepPages({ stamp, render, contentSecurityPolicy, note }: Options) {
  const pages = new Map<string, Page>()

  async function current(path: string): Promise<Page | undefined> {
    const now = await stamp()
    const kept = pages.get(path)
    if (kept?.stamp === now) return kept
    // What changes while it is drawn leaves it under the earlier stamp, with which it is never given again.
    const page = await pageOf(await render(path), now)
    if (page) pages.set(path, page)
    else pages.delete(path)
    return page
  }

  return (request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean => {
    const { method, url = '', headers } = request
    if (method !== 'GET' || headers.cookie !== undefined || !KEPT.test(url)) return false
    const began = performance.now()
    current(url)
      .then((page) => {
        if (!page) return otherwise()
        const status = knows(headers['if-none-match'], page.tag) ? 304 : 200
        const { 'content-length': length, ...others } = page.headers
        const sent = { ...others, 'content-security-policy': contentSecurityPolicy() }
        if (status === 304) response.writeHead(304, sent).end()
        else response.writeHead(200, { ...sent, 'content-length': length }).end(page.body)
        note({ path: url, status, ms: performance.now() - began })
      })
      .catch(() => otherwise())
    return true
  }
}

const knows = (header: string | undefined, tag: string) => header?.split(/,\s*/).includes(tag) ?? false

/** Nothing for an answer that is not for everybody. */
async function pageOf(answer: Response, stamp: string): Promise<Page | undefined> {
  const tag = answer.headers.get('etag')
  const body = Buffer.from(await answer.arrayBuffer())
  const isForAll = answer.headers.get('cache-control')?.startsWith('public') && !answer.headers.has('set-cookie')
  if (answer.status !== 200 || !tag || !isForAll) return undefined
  for (const name of ITS_OWN) answer.headers.delete(name)
  const headers = { ...Object.fromEntries(answer.headers), 'content-length': body.byteLength }
  return { stamp, tag, headers, body }
}
