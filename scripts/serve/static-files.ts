import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { lookup } from 'mrmime'

type StaticFile = { tag: string; headers: OutgoingHttpHeaders; plain: Buffer; br?: Buffer; gzip?: Buffer }

/**
 * Answers for the files of a folder as they are now. They are held, a few megabytes in all: the next build takes them away while people
 * have pages open that ask for them.
 * @returns whether the request was for one of them.
 */
export function serveFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = readFiles(folder)
  return ({ method, url = '', headers }, response) => {
    const file = files.get(url.split('?', 1)[0] ?? '')
    if (!file || (method !== 'GET' && method !== 'HEAD')) return false
    if (headers['if-none-match'] === file.tag) {
      response.writeHead(304, file.headers).end()
      return true
    }
    const encoding = encodingOf(file, headers['accept-encoding'])
    const body = (encoding && file[encoding]) ?? file.plain
    response.writeHead(200, {
      ...file.headers,
      'Content-Length': body.byteLength,
      ...(encoding && { 'Content-Encoding': encoding }),
    })
    response.end(method === 'HEAD' ? undefined : body)
    return true
  }
}

/** What is named with a weight, as no browser does, counts as not accepted: parsers of whole headers take seconds for one full of blanks. */
function encodingOf(file: StaticFile, accepted = ''): 'br' | 'gzip' | undefined {
  const named = accepted.split(',').map((encoding) => encoding.trim())
  return (['br', 'gzip'] as const).find((encoding) => file[encoding] && named.includes(encoding))
}

/** By the path under which each is asked for. What the build compressed (`compress.ts`) stands beside its original. */
function readFiles(folder: string): Map<string, StaticFile> {
  const contents = new Map<string, Buffer>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) contents.set(path.slice(join(folder).length), readFileSync(path))
  }
  const files = new Map<string, StaticFile>()
  for (const [path, plain] of contents) {
    const [br, gzip] = [contents.get(`${path}.br`), contents.get(`${path}.gz`)]
    const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    files.set(path, { tag, headers: headersOf(path, tag), plain, ...(br && gzip && { br, gzip }) })
  }
  return files
}

/** Names under assets/ carry a digest of the content, so what they name never changes. */
const headersOf = (path: string, tag: string): OutgoingHttpHeaders => ({
  'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  'Content-Type': lookup(path) ?? 'application/octet-stream',
  ETag: tag,
  Vary: 'Accept-Encoding',
  'X-Content-Type-Options': 'nosniff',
})
