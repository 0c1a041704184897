import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type NoticeKind = 'info' | 'positive' | 'caution' | 'critical' | 'content-warning'

const kinds: Record<NoticeKind, { icon: IconName; look: string; says: string }> = {
  info: { icon: 'info', look: 'bg-primary-soft [--mark:var(--primary)]', says: 'Note' },
  positive: { icon: 'check', look: 'bg-positive-soft [--mark:var(--positive)]', says: 'Done' },
  caution: { icon: 'caution', look: 'bg-caution-soft [--mark:var(--caution)]', says: 'Take care' },
  critical: { icon: 'error', look: 'bg-critical-soft [--mark:var(--critical)]', says: 'Important' },
  'content-warning': {
    icon: 'support',
    look: 'bg-accent-soft [--mark:var(--accent-ink)]',
    says: 'Before you read',
  },
}

type NoticeProps = {
  kind?: NoticeKind
  title?: ReactNode
  /** A quiet line on where to find support; set apart from the text. */
  support?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

export function Notice({ kind = 'info', title, support, actions, children }: NoticeProps) {
  const { icon, look, says } = kinds[kind]
  return (
    <section
      aria-label={typeof title === 'string' ? title : says}
      className={`flex gap-3 rounded-md p-4 font-sans text-base text-ink leading-normal sm:p-5 forced-colors:border print:border print:border-line-strong ${look}`}
    >
      <Icon name={icon} className="mt-0.5 size-5.5 text-(--mark)" />
      <div className="grid min-w-0 max-w-measure gap-1.5">
        <p className="font-semibold">{title ?? says}</p>
        {children && <div className="grid gap-2">{children}</div>}
        {support && <div className="mt-1 border-ink/15 border-t pt-2 text-ink-muted text-sm">{support}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </section>
  )
}
