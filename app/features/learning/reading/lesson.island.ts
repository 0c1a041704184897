import { ACTIVE_FOR_MS, activeMs, LOOK_EVERY_MS, REPORT_EVERY_MS } from '#app/domain/reading-time.ts'
import { offerMarking } from '../notes/offer-marking.ts'
import { lessonOnDevice } from '../offline/lesson-on-device.ts'
import { paragraphInView } from './paragraph-in-view.ts'

/** Tells the server where a reader is, and how long they have been reading: every half minute while there is news, and when they leave. */
function watchReading(address: string, text: HTMLElement): void {
  let countedMs = 0
  let lastLook = performance.now()
  let lastActivity = performance.now()
  let hasMoved = false
  let sentAnchor: string | undefined
  let isRefused = false

  const look = () => {
    const now = performance.now()
    const isVisible = document.visibilityState === 'visible'
    countedMs += activeMs({
      msSinceLook: now - lastLook,
      msSinceActivity: now - lastActivity,
      isVisible,
      isFocused: document.hasFocus(),
    })
    lastLook = now
  }

  const report = () => {
    const seconds = Math.floor(countedMs / 1_000)
    // Whoever has just opened the lesson and not moved is where they came in, which is no place to come back to.
    const anchor = hasMoved ? paragraphInView(text, window.innerHeight) : undefined
    if (isRefused || (seconds === 0 && (anchor === undefined || anchor === sentAnchor))) return
    countedMs -= seconds * 1_000
    sentAnchor = anchor
    const body = new URLSearchParams({ seconds: String(seconds), ...(anchor && { anchor }) })
    fetch(address, { method: 'POST', body, keepalive: true, redirect: 'manual' }).then(
      ({ ok }) => {
        isRefused = !ok
      },
      // Without a network the time is not counted, and the place is told with the next report.
      () => {
        sentAnchor = undefined
      },
    )
  }

  for (const event of ['scroll', 'pointermove', 'pointerdown', 'keydown', 'touchstart'])
    window.addEventListener(event, () => (lastActivity = performance.now()), { passive: true })
  // Whoever listens sits still. The event does not rise from a player to the window: it is met on its way down.
  window.addEventListener('timeupdate', () => (lastActivity = performance.now()), { capture: true, passive: true })
  window.addEventListener('scroll', () => (hasMoved = window.scrollY > 0 || hasMoved), { passive: true })
  window.addEventListener('pagehide', report)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') report()
  })
  setInterval(look, LOOK_EVERY_MS)
  setInterval(report, Math.min(REPORT_EVERY_MS, ACTIVE_FOR_MS))
}

const text = document.querySelector<HTMLElement>('[data-reading]')
if (text?.dataset.reading) watchReading(text.dataset.reading, text)
const form = document.querySelector<HTMLFormElement>('form[data-mark-words]')
if (text && form) offerMarking(text, form, await lessonOnDevice())
