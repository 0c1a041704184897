/** A lesson that a device may keep. */
export type KeptPage = { href: string; title: string; course: string }

/** What a device keeps for one person. `version` changes whenever one of the pages may have. */
export type KeptLessons = { account: string; version: string; pages: KeptPage[] }

/** What the worker of a device does with a request; everything else goes its way as if there were no worker. */
export type Task = 'open-page' | 'open-asset' | 'keep-work' | 'sign-out'

const LESSON = /^\/learn\/[^/]+\/[^/]+$/
const NOTES = /^(\/learn\/[^/]+\/[^/]+)\/notes$/

/** Decided by the request alone, since a browser does not wait for more. An address with a query is never signed out from: that is how the worker passes it on. */
export function taskOf({ method, mode, url }: { method: string; mode: string; url: URL }): Task | undefined {
  if (method === 'GET' && url.pathname.startsWith('/assets/')) return 'open-asset'
  if (mode !== 'navigate') return undefined
  if (method === 'GET') return 'open-page'
  if (method !== 'POST') return undefined
  if (url.pathname === '/sign-out') return url.search === '' ? 'sign-out' : undefined
  return LESSON.test(url.pathname) || NOTES.test(url.pathname) ? 'keep-work' : undefined
}

/** Only lessons that the server has named, and never with a query: a question that is asked again is no page to come back to. */
export const isKept = (kept: KeptLessons | undefined, { pathname, search }: URL): boolean =>
  search === '' && LESSON.test(pathname) && (kept?.pages.some(({ href }) => href === pathname) ?? false)

/** The fields of a form, in the order of the page. */
export type Fields = [name: string, value: string][]

/** What a person did on a lesson: an answer to one of its questions, words marked (and what was written on them), or that it is read. */
export type WorkKind = 'answer' | 'words' | 'read'

/** Something that was done on a lesson and that a device holds until the server has it. */
export type UnsentWork = {
  /** In the order of writing, on this device. */
  id: number
  /** The same however often it is sent. */
  key: string
  account: string
  /** The lesson's address. */
  path: string
  kind: WorkKind
  /** The anchor on the lesson's page where it belongs. */
  place: string
  fields: Fields
  /** A note that its writer has not finished: it is sent when they say so. */
  isWriting?: boolean
  /** Why the server would not take it; absent while it waits. */
  refused?: string
}

/** The anchor of a lesson's end, where one says that it is read. */
export const LESSON_END = 'lesson-end'

/** A value of a form; what is not in it is blank. */
export const fieldOf = (fields: Fields, name: string): string => fields.find(([field]) => field === name)?.[1] ?? ''

type Work = Pick<UnsentWork, 'kind' | 'path' | 'place' | 'fields'>

/** What a form of a lesson's page would have the server keep; nothing for any other form, which a device never holds back. */
export function workIn(pathname: string, fields: Fields): Work | undefined {
  const intent = fieldOf(fields, 'intent')
  const [, noted] = NOTES.exec(pathname) ?? []
  if (noted && (intent === 'mark' || intent === 'write')) {
    // The page on which one goes on to write needs a network; the words are marked in any case, and can be written on here.
    const marking = fields.map(([name, value]): Fields[number] => [name, name === 'intent' ? 'mark' : value])
    return { kind: 'words', path: noted, place: fieldOf(fields, 'anchor'), fields: marking }
  }
  if (!LESSON.test(pathname)) return undefined
  if (intent === 'read') return { kind: 'read', path: pathname, place: LESSON_END, fields }
  const question = fieldOf(fields, 'question')
  if (intent !== 'answer' || question === '') return undefined
  return { kind: 'answer', path: pathname, place: `question-${question}`, fields }
}

/** What lies on a device, also as the first version of this put it there: that held answers alone, each with its question. */
export const readWork = (
  stored: UnsentWork | (Omit<UnsentWork, 'kind' | 'place'> & { question: string }),
): UnsentWork => ('kind' in stored ? stored : { ...stored, kind: 'answer', place: `question-${stored.question}` })

/** Whether it is to be sent as soon as that can be done: neither refused nor still being written. */
export const waits = ({ refused, isWriting }: Pick<UnsentWork, 'refused' | 'isWriting'>): boolean =>
  !refused && !isWriting

/** What becomes of unsent work by the status of the server's answer: what is refused is kept and shown, and nothing is lost to a fault of the server. */
export function outcomeOf(status: number): 'sent' | 'refused' | 'later' {
  if (status >= 200 && status < 300) return 'sent'
  return [400, 403, 404, 409].includes(status) ? 'refused' : 'later'
}
