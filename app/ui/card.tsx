import type { ReactNode } from 'react'

type CardProps = {
  title?: ReactNode
  /** Makes the title a link that the whole card answers to. */
  href?: string
  headingLevel?: 2 | 3 | 4
  eyebrow?: ReactNode
  footer?: ReactNode
  children?: ReactNode
  className?: string
}

/** A thing of its own among others of its kind. For a part of a page use a heading and a rule instead. */
export function Card({ title, href, headingLevel = 3, eyebrow, footer, children, className = '' }: CardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <article
      className={`relative flex flex-col gap-3 rounded-lg border border-line bg-surface p-5 sm:p-6 ${
        href ? 'transition-colors has-[a:hover]:border-primary' : ''
      } ${className}`}
    >
      {(eyebrow || title) && (
        <header className="grid gap-1">
          {eyebrow && <div className="text-ink-muted text-sm">{eyebrow}</div>}
          {title && (
            <Heading className="text-xl">
              {href ? (
                <a
                  href={href}
                  className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg hover:text-primary"
                >
                  {title}
                </a>
              ) : (
                title
              )}
            </Heading>
          )}
        </header>
      )}
      {children}
      {footer && <footer className="mt-auto border-line border-t pt-3 text-ink-muted text-sm">{footer}</footer>}
    </article>
  )
}
