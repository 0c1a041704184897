import { placeToKeep } from '#app/domain/media-place.ts'
import { MEDIA_SCRIPT } from './media-script.ts'

/** No more often than this while something plays. */
const KEEP_EVERY_MS = 15_000

/** Goes on where somebody stopped, on whatever device, and tells the server where they stop now. */
function rememberPlace(player: HTMLMediaElement, file: string, startsAt: number): void {
  let keptAt = performance.now()
  let kept = startsAt
  const begin = () => {
    if (startsAt > 0 && startsAt < player.duration) player.currentTime = startsAt
  }
  const keep = () => {
    const seconds = placeToKeep(player.currentTime, player.duration)
    keptAt = performance.now()
    if (seconds === kept) return
    kept = seconds
    const body = new URLSearchParams({ file, seconds: String(seconds) })
    // Without a network the place is told with the next pause.
    fetch(`${location.pathname}/media`, { method: 'POST', body, keepalive: true, redirect: 'manual' }).catch(() => {
      kept = -1
    })
  }
  if (player.readyState >= HTMLMediaElement.HAVE_METADATA) begin()
  else player.addEventListener('loadedmetadata', begin, { once: true })
  player.addEventListener('pause', keep)
  player.addEventListener('timeupdate', () => {
    if (!player.paused && performance.now() - keptAt > KEEP_EVERY_MS) keep()
  })
  window.addEventListener('pagehide', () => {
    if (!player.paused) keep()
  })
}

const setSpeed = (player: HTMLMediaElement, select: HTMLSelectElement | null | undefined) =>
  select?.addEventListener('change', () => {
    player.playbackRate = Number(select.value)
  })

/** A film draws its own; what is only heard has nowhere to. */
function writeCaptions(player: HTMLMediaElement, line: Element): void {
  const track = player.textTracks[0]
  if (!track) return
  track.mode = 'hidden'
  track.addEventListener('cuechange', () => {
    const cues = [...(track.activeCues ?? [])] as VTTCue[]
    line.textContent = cues.map((cue) => cue.getCueAsHTML().textContent).join(' ')
  })
}

const places = JSON.parse(document.getElementById(MEDIA_SCRIPT)?.dataset.places ?? '{}') as Record<string, number>
for (const player of document.querySelectorAll<HTMLMediaElement>('[data-recording]')) {
  const file = player.dataset.recording ?? ''
  rememberPlace(player, file, places[file] ?? 0)
  setSpeed(player, player.parentElement?.querySelector<HTMLSelectElement>('[data-speed]'))
  const line = player.parentElement?.querySelector('[data-captions]')
  if (line) writeCaptions(player, line)
}
