import { CountBadge } from '#app/ui/count-badge.tsx'

type Tab = { href: string; label: string; current?: boolean; count?: number; countLabel?: string }

/** Several views of one thing, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-8 border-line border-b print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-7">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className="flex min-h-target items-center gap-2 pt-1 pb-[3px] text-ink-muted no-underline hover:text-ink aria-[current]:border-primary aria-[current]:border-b-3 aria-[current]:pb-0 aria-[current]:font-medium aria-[current]:text-ink"
            >
              {tab.label}
              <CountBadge count={tab.count} label={tab.countLabel} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
