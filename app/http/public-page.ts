/**
 * Headers of a page that is the same for everybody. It may be kept by any cache, which asks each time whether it still stands.
 * @param tag changes whenever what the page shows has changed.
 */
export const publicPage = (tag: string): HeadersInit => ({
  'Cache-Control': 'public, max-age=0, must-revalidate',
  ETag: `W/"${tag}"`,
})

/**
 * Completes a document's tag by the build that would draw it, and gives the answer "not modified" to whoever has that one: before
 * anything is rendered.
 */
export function answerNotModified(
  request: Request,
  status: number,
  headers: Headers,
  build: string,
): Response | undefined {
  const tag = headers.get('ETag')
  if (!tag || status !== 200) return undefined
  const whole = tag.replace(/"$/, `-${build}"`)
  headers.set('ETag', whole)
  const known = (request.headers.get('If-None-Match') ?? '').split(/,\s*/)
  return known.includes(whole) ? new Response(null, { status: 304, headers }) : undefined
}
