type PageEvents = {
  /** The network, the person or another window may have changed something. */
  onReturn: () => void
  /** Another window or application is in front now; the page may be thrown away without another word. */
  onHide: () => void
  onLeave: () => void
}

/** Tells of the page's comings and goings until the function that it gives is called. */
export function watchPage({ onReturn, onHide, onLeave }: PageEvents): () => void {
  const stop = new AbortController()
  const { signal } = stop
  window.addEventListener('online', onReturn, { signal })
  window.addEventListener('focus', onReturn, { signal })
  window.addEventListener('pagehide', onLeave, { signal })
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'visible' ? onReturn() : onHide()),
    { signal },
  )
  return () => stop.abort()
}
