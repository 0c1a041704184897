import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { COUNTERSIGNING } from '#app/features/portfolio/ask-button.tsx'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import type { OwnSignable } from '#app/features/portfolio/view-own-countersigning.server.ts'
import { Button } from '#app/ui/button.tsx'
import { OwnEntryTitle, ownEntryHref } from './own-entry-title.tsx'

type ListProps = { entries: readonly OwnSignable[] }
type DatedProps = ListProps & { timeZone: string }

/** What came back, with the reason and the way to put it right. */
export const Returned = ({ entries, timeZone }: DatedProps) => (
  <List id="returned" title="Came back" entries={entries}>
    {(entry) => (
      <div className="grid gap-2">
        <Line entry={entry}>
          <SignatureState {...entry} timeZone={timeZone} />
        </Line>
        <p className="max-w-measure whitespace-pre-line wrap-anywhere">
          {entry.supervisorName}: “{entry.reason}”
        </p>
      </div>
    )}
  </List>
)

export const Waiting = ({ entries, timeZone }: DatedProps) => (
  <List id="waiting" title="Waiting" entries={entries}>
    {(entry) => (
      <Line entry={entry}>
        <SignatureState {...entry} by={entry.supervisorName} timeZone={timeZone} />
        <Form method="post" action={COUNTERSIGNING}>
          <input type="hidden" name="entry" value={entry.id} />
          <Button name="intent" value="withdraw" variant="quiet">
            Take back
            <span className="sr-only">
              : <OwnEntryTitle entry={entry} />
            </span>
          </Button>
        </Form>
      </Line>
    )}
  </List>
)

export const Signed = ({ entries, timeZone }: DatedProps) => (
  <List id="signed" title="Signed" entries={entries}>
    {(entry) => (
      <Line entry={entry}>
        {entry.supervisorName}
        <SignatureState {...entry} timeZone={timeZone} />
      </Line>
    )}
  </List>
)

type SectionProps = ListProps & { id: string; title: string; children: (entry: OwnSignable) => ReactNode }

function List({ id, title, entries, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 text-2xl">
        {title} <span className="text-ink-muted">{entries.length}</span>
      </h2>
      <ul className="grid border-line border-b">
        {entries.map((entry) => (
          <li key={entry.id} className="border-line border-t py-3">
            {children(entry)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Line = ({ entry, children }: { entry: OwnSignable; children: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
    <a href={ownEntryHref(entry)}>
      <OwnEntryTitle entry={entry} />
    </a>
    <div className="flex flex-wrap items-center gap-3">{children}</div>
  </div>
)
