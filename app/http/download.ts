import { tagOf } from './public-file.ts'

type Download = { type: string; name: string; isPublic?: boolean }

/**
 * A file to keep. Its name tells no more than a number: a shared computer's list of downloads tells no name.
 * @param download.isPublic the same for everybody, so that it may be cached.
 */
export function download(request: Request, body: string | Uint8Array<ArrayBuffer>, { type, name, isPublic }: Download) {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-cache',
    'X-Robots-Tag': 'noindex',
    ETag: `"${tagOf(body)}"`,
  }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.byteLength
  return new Response(body, { headers: { ...headers, 'Content-Length': String(length) } })
}
