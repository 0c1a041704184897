import type { ReactNode } from 'react'

/** What belongs here, why there is none yet, and what to do about it. */
export function EmptyState({
  title,
  headingLevel = 2,
  actions,
  children,
}: {
  title: string
  headingLevel?: 2 | 3 | 4
  actions?: ReactNode
  children?: ReactNode
}) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="grid justify-items-start gap-3 border-line border-y py-10 sm:py-14">
      <svg aria-hidden="true" viewBox="0 0 48 32" fill="none" className="h-8 text-line-strong" stroke="currentColor">
        <path
          d="M17 3a13 13 0 0 0 0 26M31 3a13 13 0 0 1 0 26"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="3 5"
        />
      </svg>
      <Heading className="text-xl">{title}</Heading>
      {children && <div className="max-w-measure text-ink-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
    </div>
  )
}
