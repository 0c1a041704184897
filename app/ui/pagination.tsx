import { Icon } from '#app/ui/icon.tsx'

type PaginationProps = {
  page: number
  pageCount: number
  /** The address of a page, counted from 1. */
  hrefOf: (page: number) => string
  /** Which list this is, when a page has more than one. */
  label?: string
}

/** Draws nothing when everything fits on one page. */
export function Pagination({ page, pageCount, hrefOf, label = 'Pages' }: PaginationProps) {
  if (pageCount <= 1) return null
  return (
    <nav aria-label={label} className="mt-6 flex flex-wrap items-center justify-between gap-4 print:hidden">
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev" className={step}>
          <Icon name="arrow-right" className="size-5 rotate-180" /> Previous
        </a>
      ) : (
        <span />
      )}
      <p className="text-ink-muted text-sm tabular-nums">
        Page {page} of {pageCount}
      </p>
      {page < pageCount ? (
        <a href={hrefOf(page + 1)} rel="next" className={step}>
          Next <Icon name="arrow-right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

const step = 'inline-flex min-h-target items-center gap-2 px-1 font-medium'
