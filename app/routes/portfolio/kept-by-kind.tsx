import { kindNames } from '#app/domain/portfolio/words.ts'
import { addressOfKind } from '#app/features/portfolio/entry-address.ts'
import type { Portfolio } from '#app/features/portfolio/view-portfolio.server.ts'
import { Icon } from '#app/ui/icon.tsx'

/** What is kept, kind by kind; each line leads to its list. */
export function KeptByKind({ kinds }: Pick<Portfolio, 'kinds'>) {
  return (
    <section aria-labelledby="kept">
      <h2 id="kept" className="mb-3 text-2xl">
        What you keep
      </h2>
      <ul className="grid gap-x-12 border-line border-t sm:grid-cols-2">
        {kinds.map(({ kind, count, says }) => (
          <li key={kind} className="border-line border-b">
            <a
              href={addressOfKind[kind]}
              className="group flex min-h-14 items-center gap-4 py-2 text-ink no-underline hover:text-primary"
            >
              <span className="w-9 text-end font-serif text-2xl tabular-nums lining-nums">{count}</span>
              <span className="min-w-0 flex-1">
                <span className="font-medium group-hover:underline">{kindNames[kind].many}</span>
                {count > 0 && <span className="block text-ink-muted text-sm">{says}</span>}
              </span>
              <Icon name="chevron-right" className="size-4 text-ink-muted" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
