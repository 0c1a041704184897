import { Cookie, SetCookie } from '@remix-run/headers'
import { createContext, type RouterContextProvider, redirect } from 'react-router'

export type FlashMessage = { tone: 'positive' | 'info' | 'critical'; text: string }

const COOKIE = 'stance-flash'
const MAX_LENGTH = 500

/** What the last action did, waiting to be said once. */
type FlashReader = { message: FlashMessage | undefined; isTaken: boolean }

export const flashContext = createContext<FlashReader>()

/** Redirects, and lets the next page say `text` once at its top. */
export function redirectWithFlash(to: string, text: string, tone: FlashMessage['tone'] = 'positive'): Response {
  const value = encodeURIComponent(JSON.stringify({ tone, text: text.slice(0, MAX_LENGTH) }))
  return redirect(to, { headers: { 'Set-Cookie': flashCookie(value, 60) } })
}

const flashCookie = (value: string, maxAge: number) =>
  new SetCookie({ name: COOKIE, value, path: '/', maxAge, httpOnly: true, sameSite: 'Lax' }).toString()

export function flashReader(request: Request): FlashReader {
  const value = new Cookie(request.headers.get('cookie') ?? '').get(COOKIE)
  return { message: value ? parse(value) : undefined, isTaken: false }
}

/** The message, given to one page only: the answer that shows it also removes it. */
export function takeFlash(context: Readonly<RouterContextProvider>): FlashMessage | undefined {
  const reader = context.get(flashContext)
  reader.isTaken = reader.message !== undefined
  return reader.message
}

/** The cookie by which an answer removes the message that it has shown. */
export const clearedFlash = (reader: FlashReader): string | undefined =>
  reader.isTaken ? flashCookie('', 0) : undefined

/** The cookie is the browser's to send, so that it is read as anything at all. */
function parse(value: string): FlashMessage | undefined {
  try {
    const { tone, text } = JSON.parse(decodeURIComponent(value)) as Partial<FlashMessage>
    if (typeof text !== 'string') return undefined
    return { tone: tone === 'critical' || tone === 'info' ? tone : 'positive', text: text.slice(0, MAX_LENGTH) }
  } catch {
    return undefined
  }
}
