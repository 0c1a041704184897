type Where = { session: { place: string; link: string; title: string } }

/** Where a session is held: its place, the link to its meeting, or both. */
export function SessionPlace({ session: { place, link, title } }: Where) {
  if (!place && !link) return <span className="text-ink-muted">To be announced</span>
  return (
    <>
      {place && <span className="block wrap-anywhere">{place}</span>}
      {link && (
        <a href={link} rel="noreferrer" className="inline-flex min-h-6 items-center">
          Open the meeting<span className="sr-only"> of {title}</span>
        </a>
      )}
    </>
  )
}
