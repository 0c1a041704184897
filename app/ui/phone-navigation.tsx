import { useLocation } from 'react-router'
import { CountBadge } from '#app/ui/count-badge.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { isCurrent, type NavigationItem } from '#app/ui/navigation-item.ts'

const PLACES = 5

/**
 * Five places at most; what does not fit is behind "More". It stands above the page, where it covers nothing that could be
 * tapped; on a very low screen it does not stick. A long word has more room than a short one.
 */
export function PhoneNavigation({ items }: { items: readonly NavigationItem[] }) {
  const fits = items.length <= PLACES
  const first = fits ? items : items.slice(0, PLACES - 1)
  const rest = fits ? [] : items.slice(PLACES - 1)
  const { pathname } = useLocation()
  const restWaits = rest.reduce((sum, { count = 0 }) => sum + count, 0)
  return (
    <nav aria-label="Main" className="phone-bar z-30 border-line border-b bg-surface lg:hidden print:hidden">
      <ul className="mx-auto flex max-w-form justify-around px-1">
        {first.map((item) => (
          <li key={item.href} className="min-w-0 flex-auto">
            <a href={item.href} aria-current={isCurrent(item, pathname) ? 'page' : undefined} className={place}>
              <PlaceContent {...item} />
            </a>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0 flex-auto">
            <button type="button" popoverTarget="more-navigation" className={`w-full ${place}`}>
              <PlaceContent label="More" icon="more" count={restWaits} countLabel="waiting" />
            </button>
          </li>
        )}
      </ul>
      {rest.length > 0 && (
        <div id="more-navigation" popover="auto" className="phone-sheet border-line border-t px-4 py-3">
          <ul>
            {rest.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={isCurrent(item, pathname) ? 'page' : undefined}
                  className="flex min-h-12 items-center gap-3 px-2 text-ink no-underline aria-[current]:font-semibold"
                >
                  <Icon name={item.icon} />
                  <span className="min-w-0 flex-1">{item.label}</span>
                  <CountBadge count={item.count} label={item.countLabel} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  )
}

const place =
  'relative flex h-full min-h-14 flex-col items-center justify-center gap-0.5 px-0.5 pt-2 pb-[calc(0.25rem+3px)] text-center text-[0.75rem] text-ink-muted leading-tight no-underline aria-[current]:border-accent aria-[current]:border-b-3 aria-[current]:pb-1 aria-[current]:font-semibold aria-[current]:text-ink'

function PlaceContent({ icon, label, count, countLabel }: Omit<NavigationItem, 'href'>) {
  return (
    <>
      <span className="relative">
        <Icon name={icon} className="size-5.5" />
        <CountBadge count={count} label={countLabel} className="absolute start-2.5 -top-2" />
      </span>
      <span className="max-w-full wrap-normal hyphens-auto">{label}</span>
    </>
  )
}
