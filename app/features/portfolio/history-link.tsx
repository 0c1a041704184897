/** Leads to all versions of an entry. Draws nothing while there is one. */
export function HistoryLink({ id, version }: { id: string; version: number }) {
  if (version === 1) return null
  return (
    <a href={`/portfolio/entries/${id}`} className="inline-flex min-h-target items-center">
      Version {version}: see the earlier {version === 2 ? 'one' : 'ones'}
    </a>
  )
}
