import { tagOf } from './public-file.ts'

type Download = { type: string; name: string; cached?: keyof typeof CACHING }

const CACHING = {
  /** The same for everybody. */
  everywhere: 'public, max-age=0, must-revalidate',
  /** By the browser of whoever asked. */
  here: 'private, no-cache',
  /** Not on a shared computer either. */
  nowhere: 'private, no-store',
}

/** `Content-Disposition` for a file to save under a name in any script (RFC 6266); what knows ASCII alone gets it with gaps. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const escaped = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  const encoded = encodeURIComponent(name).replace(/['()*]/g, escaped)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A file to keep. Its name tells no more than a number or a day: a shared computer's list of downloads tells no name. */
export function download(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  { type, name, cached = 'here' }: Download,
) {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': CACHING[cached],
    'X-Robots-Tag': 'noindex',
    ETag: `"${tagOf(body)}"`,
  }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.byteLength
  return new Response(body, { headers: { ...headers, 'Content-Length': String(length) } })
}
