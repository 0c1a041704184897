import type { ReactNode } from 'react'

type PageHeaderProps = {
  title: ReactNode
  eyebrow?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Breadcrumb or a way back, above the title. */
  above?: ReactNode
}

/** Holds the page's only `h1`. */
export function PageHeader({ title, eyebrow, lead, actions, above }: PageHeaderProps) {
  return (
    <header className="grid gap-4 pb-8 sm:pb-10">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
        <div className="min-w-0 max-w-measure">
          {eyebrow && <p className="mb-1.5 font-serif text-accent-ink italic">{eyebrow}</p>}
          <h1 className="text-3xl">{title}</h1>
          {lead && <div className="mt-3 text-ink-muted text-lg">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  )
}
