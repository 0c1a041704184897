import type { ReactNode } from 'react'
import type { Sheet } from '#app/domain/credential/printed.ts'

type CredentialSheetProps = {
  sheet: Sheet
  headingLevel?: 2 | 3
  /** Number and day of issue, once there are any. */
  children?: ReactNode
}

/** What a credential says, in the order and the words in which it is printed. */
export function CredentialSheet({ sheet, headingLevel = 2, children }: CredentialSheetProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <article className="@container grid gap-5 rounded-sm border border-line-strong bg-surface p-5 sm:p-8">
      <header className="grid gap-1">
        <p className="font-serif text-accent-ink italic">{sheet.heading}</p>
        <Heading className="text-2xl wrap-anywhere">
          <bdi>{sheet.holderName}</bdi>
        </Heading>
        <p className="text-ink-muted">{sheet.joining}</p>
        <p className="font-medium font-serif text-primary text-xl">{sheet.title}</p>
      </header>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-line border-t pt-4 @min-[28rem]:grid-cols-3 @min-[60rem]:grid-cols-6">
        {sheet.facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-ink-muted text-sm">{term}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {sheet.statements.length > 0 && (
        <div className="grid gap-1">
          {sheet.statements.map((statement) => (
            <p key={statement}>{statement}</p>
          ))}
        </div>
      )}
      {children && <footer className="border-line border-t pt-4">{children}</footer>}
    </article>
  )
}
