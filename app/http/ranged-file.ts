import { IfRange, Range } from '@remix-run/headers'

type RangedFile = {
  type: string
  bytes: number
  /** Of what it holds. */
  tag: string
  read: (part: { start: number; end: number }) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * A file of which a player may ask for a part (RFC 9110, section 14): 206 with the part, 416 when it lies beyond the end. Several parts at once, a range that
 * cannot be read, or one of a file that has changed since (`If-Range`) are answered with all of it.
 */
export async function rangedFile(request: Request, { type, bytes, tag, read }: RangedFile): Promise<Response> {
  const headers = new Headers({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
    ETag: `"${tag}"`,
  })
  if (request.headers.get('If-None-Match') === headers.get('ETag')) return new Response(null, { status: 304, headers })

  const part = partAskedFor(request.headers, bytes, `"${tag}"`)
  if (part === 'beyond') {
    headers.set('Content-Range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  if (part) headers.set('Content-Range', `bytes ${part.start}-${part.end}/${bytes}`)
  const content = await read(part ?? { start: 0, end: bytes - 1 })
  headers.set('Content-Length', String(content.byteLength))
  return new Response(content, { status: part ? 206 : 200, headers })
}

function partAskedFor(headers: Headers, bytes: number, etag: string) {
  const range = Range.from(headers.get('Range'))
  if (range.unit !== 'bytes' || range.ranges.length !== 1) return undefined
  if (!IfRange.from(headers.get('If-Range')).matches({ etag })) return undefined
  const [part] = range.normalize(bytes)
  return part && part.start <= part.end ? part : ('beyond' as const)
}
