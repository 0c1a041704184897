import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

const looks = {
  positive: { icon: 'check', look: 'border-positive bg-positive-soft [--mark:var(--positive)]' },
  info: { icon: 'info', look: 'border-primary bg-primary-soft [--mark:var(--primary)]' },
  critical: { icon: 'error', look: 'border-critical bg-critical-soft [--mark:var(--critical)]' },
} as const

type FlashProps = {
  tone?: keyof typeof looks
  /** The same page without the message; shown as "Dismiss". */
  dismissHref?: string
  children: ReactNode
}

/** What the last action did, said once at the top of the next page. */
export function Flash({ tone = 'positive', dismissHref, children }: FlashProps) {
  const { icon, look } = looks[tone]
  return (
    <div
      role={tone === 'critical' ? 'alert' : 'status'}
      className={`flex items-center gap-3 rounded-md border px-4 py-2.5 text-ink print:hidden ${look}`}
    >
      <Icon name={icon} className="size-5.5 text-(--mark)" />
      <div className="min-w-0 flex-1">{children}</div>
      {dismissHref && (
        <a href={dismissHref} className="inline-flex min-h-8 items-center text-ink text-sm">
          Dismiss
        </a>
      )}
    </div>
  )
}
