import { useLocation } from 'react-router'
import { CountBadge } from '#app/ui/count-badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { isCurrent, type NavigationItem } from '#app/ui/navigation-item.ts'

/** The column beside the page on a wide screen. On a phone `PhoneNavigation` stands in: only one of the two is ever there. */
export function SideNavigation({ items }: { items: readonly NavigationItem[] }) {
  const { pathname } = useLocation()
  return (
    <nav aria-label="Main" className="hidden w-60 shrink-0 lg:block print:hidden">
      <ul className="sticky top-0 grid gap-0.5 py-8 pe-6">
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className="group flex min-h-target items-center gap-3 rounded-e-md py-2 ps-[calc(1rem+3px)] pe-3 text-ink-muted no-underline transition-colors hover:bg-sunk hover:text-ink aria-[current]:border-accent aria-[current]:border-s-3 aria-[current]:ps-4 aria-[current]:bg-sunk aria-[current]:font-medium aria-[current]:text-ink"
            >
              <Icon name={item.icon} className="size-5 group-aria-[current]:text-primary" />
              <span className="min-w-0 flex-1">{item.label}</span>
              <CountBadge count={item.count} label={item.countLabel} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
