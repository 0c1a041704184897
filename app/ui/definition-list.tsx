import type { ReactNode } from 'react'

/** Key facts: a term and what it is, between hairlines. */
export function DefinitionList({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="border-line border-b">
      {facts.map(({ term, value }) => (
        <div
          key={term}
          className="grid gap-x-6 gap-y-0.5 border-line border-t py-2.5 sm:grid-cols-[minmax(9rem,1fr)_2fr]"
        >
          <dt className="text-ink-muted">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
