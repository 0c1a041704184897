import type { UnsentWork } from '#app/domain/offline.ts'
import type { ChosenWords } from '../notes/chosen-words.ts'
import { type Marking, showLessonAnew } from '../notes/offer-marking.ts'
import { fieldsOf } from './chosen-fields.ts'
import { keptLessons } from './kept-lessons.ts'
import { WITHOUT_NETWORK } from './messages.ts'
import { noteWriter } from './note-writer.ts'
import { UnsentHere } from './unsent-here.ts'

const TRY_EVERY_MS = 20_000
/** A train's network lets one wait for minutes: after this the note is written here. */
const PATIENCE_MS = 5_000

/**
 * On a device that keeps lessons: shows on a lesson's page what is not sent yet, and sends it once there is a network. The page itself stays as it is: somebody
 * may be writing the next answer.
 * @returns how words are marked and written on here; nothing on any other device.
 */
export async function lessonOnDevice(): Promise<Marking | undefined> {
  const kept = navigator.serviceWorker?.controller ? await keptLessons() : undefined
  if (!kept) return undefined
  const here = new UnsentHere({ account: kept.account, path: location.pathname })
  here.write = noteWriter(
    (work) => finish(here, work),
    () => here.look(),
  )
  await here.look()
  watchNetwork(() => here.send())
  // The network may have come back before anybody listened for it.
  void here.send()
  return {
    async mark(chosen) {
      const taken = await here.take(wordsOf(chosen))
      if (taken) await sendOrSay(here, taken)
    },
    async write(chosen) {
      const page = await openEditor(chosen)
      if (page) return location.assign(page)
      const taken = await here.take({ ...wordsOf(chosen), isWriting: true })
      if (taken) here.write(taken)
    },
  }
}

const wordsOf = (chosen: readonly ChosenWords[]) => ({
  kind: 'words' as const,
  place: chosen[0]?.anchor ?? '',
  fields: fieldsOf(chosen),
})

/** A note that is kept, or words that were left without one: from here on it is sent as soon as it can be. */
async function finish(here: UnsentHere, work: UnsentWork): Promise<void> {
  const taken = await here.take({ ...work, isWriting: false }, work)
  if (taken) await sendOrSay(here, taken)
}

async function sendOrSay(here: UnsentHere, { id }: UnsentWork): Promise<void> {
  await here.send()
  if (here.has(id)) return sayKept()
  const page = await fetch(location.pathname).catch(() => undefined)
  if (page?.ok && showLessonAnew(await page.text())) await here.forgetSent()
}

/** At the foot of the page, until the reader goes on: what was marked may be far from where it is listed. */
function sayKept(): void {
  const said = document.querySelector<HTMLElement>('[data-words-kept]')
  if (!said) return
  said.hidden = false
  const goOn = new AbortController()
  const hide = (event: Event) => {
    if (event.type === 'selectionchange' && document.getSelection()?.isCollapsed) return
    said.hidden = true
    goOn.abort()
  }
  for (const event of ['click', 'selectionchange']) document.addEventListener(event, hide, goOn)
}

/** Marks the words and finds the page on which one writes on them; nothing without a network. */
async function openEditor(chosen: readonly ChosenWords[]): Promise<string | undefined> {
  const fields = fieldsOf(chosen).map(([name, value]) => [name, name === 'intent' ? 'write' : value])
  const request = { method: 'POST', body: new URLSearchParams(fields), signal: AbortSignal.timeout(PATIENCE_MS) }
  const page = await fetch(`${location.pathname}/notes`, request).catch(() => undefined)
  return page?.ok ? page.url : undefined
}

function watchNetwork(send: () => Promise<void>): void {
  const html = document.documentElement
  window.addEventListener('offline', () => html.setAttribute(WITHOUT_NETWORK, ''))
  window.addEventListener('online', () => {
    html.removeAttribute(WITHOUT_NETWORK)
    void send()
  })
  // A browser believes itself online in many a tunnel.
  setInterval(send, TRY_EVERY_MS)
}
