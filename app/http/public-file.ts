import { createHash } from 'node:crypto'

/** A fingerprint of bytes, for an ETag. */
export const tagOf = (body: string | Uint8Array): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22)

type Options = { type: string; maxAgeSeconds?: number }

/**
 * A file that is the same for everybody and that programs elsewhere read: pages of other sites may too.
 * @param options.maxAgeSeconds how long it may be used unasked.
 */
export function publicFile(request: Request, body: string, { type, maxAgeSeconds = 0 }: Options): Response {
  const headers = {
    'Content-Type': type,
    'Cache-Control': maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : 'public, max-age=0, must-revalidate',
    ETag: `"${tagOf(body)}"`,
    'Access-Control-Allow-Origin': '*',
  }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}
