import { Icon } from '#app/ui/icon.tsx'

/** Leads to the paragraph where somebody stopped. The page itself opens at its top: who wants to begin anew just reads. */
export function ContinueReading({ id, words }: { id: string; words: string }) {
  return (
    <p className="mb-8 flex max-w-measure flex-wrap items-baseline gap-x-3 gap-y-1 print:hidden">
      <a href={`#${id}`} className="inline-flex min-h-8 items-center gap-2 font-medium">
        Continue where you stopped <Icon name="chevron-down" className="size-4.5" />
      </a>
      <q className="min-w-0 text-ink-muted text-sm">{words}</q>
    </p>
  )
}
