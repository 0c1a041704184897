import { Icon } from '#app/ui/icon.tsx'

/** The way down to this page; the page itself is not in it, its title says where one is. */
export function Breadcrumb({ trail }: { trail: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm">
        {trail.map(({ href, label }, index) => (
          <li key={href} className="flex min-w-0 items-center gap-1.5">
            {index > 0 && <Icon name="chevron-right" className="size-3.5 text-line-strong" />}
            <a
              href={href}
              className="inline-flex min-h-8 items-center text-ink-muted hover:text-ink pointer-coarse:min-h-target"
            >
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
