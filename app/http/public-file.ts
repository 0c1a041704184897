import { createHash } from 'node:crypto'

/** A fingerprint of bytes: for an ETag, and to tell whether what was looked at still stands. */
export const tagOf = (body: string | Uint8Array): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22)

type Options = { type: string; status?: number }

/** An answer that is the same for everybody and that programs elsewhere read; pages of other sites may too. Caches ask each time. */
export function publicFile(request: Request, body: string, { type, status = 200 }: Options): Response {
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Access-Control-Allow-Origin': '*',
    'X-Robots-Tag': 'noindex',
    ETag: `"${tagOf(body)}"`,
  }
  const isKnown = status === 200 && request.headers.get('If-None-Match') === headers.ETag
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { status, headers })
}
