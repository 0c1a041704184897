import { addressOfKind } from '#app/features/portfolio/entry-address.ts'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import type { EntryLine } from '#app/features/portfolio/view-portfolio.server.ts'
import { Time } from '#app/ui/time.tsx'

type RecentEntriesProps = { entries: readonly EntryLine[]; timeZone: string }

/** What was written or corrected last. */
export function RecentEntries({ entries, timeZone }: RecentEntriesProps) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="mb-3 text-2xl">
        Written last
      </h2>
      <ul className="border-line border-t">
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1.5 border-line border-b py-3"
          >
            <div className="min-w-0">
              <a href={`${addressOfKind[entry.kind]}/${entry.id}`} className="wrap-anywhere">
                {entry.title}
              </a>
              <p className="text-ink-muted text-sm">
                Written <Time value={entry.madeAt} zone={timeZone} style="short-date" />
              </p>
            </div>
            {entry.isCountersigned && <SignatureState {...entry} timeZone={timeZone} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
