import { inNumber } from '#app/domain/wording.ts'
/** Leads to all versions of an entry. Draws nothing while there is one. */
export function HistoryLink({ id, version }: { id: string; version: number }) {
  if (version === 1) return null
  return (
    <a href={`/portfolio/entries/${id}`} className="inline-flex min-h-target items-center">
      {inNumber(
        version - 1,
        { one: 'Version {version}: see the earlier one', other: 'Version {version}: see the earlier ones' },
        { version },
      )}
    </a>
  )
}
