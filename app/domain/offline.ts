/** A lesson that a device may keep. */
export type KeptPage = { href: string; title: string; course: string }

/** What a device keeps for one person. `version` changes whenever one of the pages may have. */
export type KeptLessons = { account: string; version: string; pages: KeptPage[] }

/** What the worker of a device does with a request; everything else goes its way as if there were no worker. */
export type Task = 'open-page' | 'open-asset' | 'keep-answer' | 'sign-out'

const LESSON = /^\/learn\/[^/]+\/[^/]+$/

/** Decided by the request alone, since a browser does not wait for more. An address with a query is never signed out from: that is how the worker passes it on. */
export function taskOf({ method, mode, url }: { method: string; mode: string; url: URL }): Task | undefined {
  if (method === 'GET' && url.pathname.startsWith('/assets/')) return 'open-asset'
  if (mode !== 'navigate') return undefined
  if (method === 'GET') return 'open-page'
  if (method !== 'POST') return undefined
  if (url.pathname === '/sign-out') return url.search === '' ? 'sign-out' : undefined
  return LESSON.test(url.pathname) ? 'keep-answer' : undefined
}

/** Only lessons that the server has named, and never with a query: a question that is asked again is no page to come back to. */
export const isKept = (kept: KeptLessons | undefined, { pathname, search }: URL): boolean =>
  search === '' && LESSON.test(pathname) && (kept?.pages.some(({ href }) => href === pathname) ?? false)

/** An answer that a device holds until the server has it. */
export type UnsentAnswer = {
  /** In the order of writing, on this device. */
  id: number
  /** The same however often it is sent. */
  key: string
  account: string
  /** The lesson's address. */
  path: string
  question: string
  fields: [name: string, value: string][]
  /** Why the server would not take it; absent while it waits. */
  refused?: string
}

/** What becomes of an unsent answer by the status of the server's answer: refused ones are kept and shown, and nothing is lost to a fault of the server. */
export function outcomeOf(status: number): 'sent' | 'refused' | 'later' {
  if (status >= 200 && status < 300) return 'sent'
  return [400, 403, 404, 409].includes(status) ? 'refused' : 'later'
}
