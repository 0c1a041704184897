import { createHash } from 'node:crypto'
import { Cookie, SetCookie } from '@remix-run/headers'
import type { Path } from '#app/domain/notices.ts'
import { settings } from '#app/env.server.ts'
import { ownPath } from './next-path.ts'

/** As long as the link in the mail works by which an address is confirmed. */
const KEPT_SECONDS = 24 * 3600

const isSecure = () => settings().appUrl.startsWith('https:')
const cookieName = () => (isSecure() ? '__Host-stance-way-back' : 'stance-way-back')

const cookie = (value: string, maxAge: number) => ({
  'Set-Cookie': new SetCookie({
    ...{ name: cookieName(), value, path: '/', maxAge, httpOnly: true, secure: isSecure(), sameSite: 'Lax' },
  }).toString(),
})

/** A browser on a ward is many people's: where one was going, another is not led. */
const ownerOf = (email: string) => createHash('sha256').update(email).digest('base64url')

/**
 * Headers by which this browser remembers where somebody was going, until the first time that they sign in: their address is to be confirmed
 * first, which takes them through a mail. The page may be a link that opens something for whoever has it, so that no mail and no row has it.
 */
export const keepWayBack = (next: Path | undefined, email: string): HeadersInit =>
  next ? cookie(`${ownerOf(email)}.${encodeURIComponent(next)}`, KEPT_SECONDS) : {}

/** Where this person was going, a page of ours or nothing, with the headers that forget it. */
export function takeWayBack(request: Request, email: string): { next: Path | undefined; headers: HeadersInit } {
  const [owner, next] = new Cookie(request.headers.get('cookie') ?? '').get(cookieName())?.split('.', 2) ?? []
  if (!next || owner !== ownerOf(email)) return { next: undefined, headers: {} }
  return { next: ownPath(decoded(next)), headers: cookie('', 0) }
}

/** The cookie is the browser's to send, so that it is read as anything at all. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
