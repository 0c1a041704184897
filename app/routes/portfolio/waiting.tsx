import { inNumber } from '#app/domain/wording.ts'
import { addressOfKind } from '#app/features/portfolio/entry-address.ts'
import { SignatureState } from '#app/features/portfolio/signature-state.tsx'
import type { EntryLine, Portfolio } from '#app/features/portfolio/view-portfolio.server.ts'

type WaitingProps = { portfolio: Portfolio; timeZone: string }

/** What was sent back comes first, with the reason; then what waits for a supervisor. Draws nothing when nothing waits. */
export function Waiting({ portfolio: { sentBack, waiting, notAsked }, timeZone }: WaitingProps) {
  if (sentBack.length === 0 && waiting.length === 0 && notAsked === 0) return null
  return (
    <section aria-labelledby="waiting" className="grid gap-4">
      <h2 id="waiting" className="text-2xl">
        What waits
      </h2>
      {sentBack.length > 0 && (
        <ul className="grid gap-3">
          {sentBack.map((entry) => (
            <SentBack key={entry.id} entry={entry} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <p>
          {inNumber(waiting.length, {
            one: '1 entry is with your supervisor to be countersigned.',
            other: '{n} entries are with your supervisor to be countersigned.',
          })}{' '}
          <a href="/portfolio/countersigning">See what waits</a>
        </p>
      )}
      {notAsked > 0 && (
        <p className="text-ink-muted">
          {inNumber(notAsked, {
            one: '1 entry is not before a supervisor yet, and so does not count.',
            other: '{n} entries are not before a supervisor yet, and so do not count.',
          })}{' '}
          <a href="/portfolio/countersigning">Ask for countersigning</a>
        </p>
      )}
    </section>
  )
}

function SentBack({ entry, timeZone }: { entry: EntryLine; timeZone: string }) {
  return (
    <li className="grid gap-1.5 rounded-md bg-caution-soft p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <a href={`${addressOfKind[entry.kind]}/${entry.id}`} className="font-medium">
          {entry.title}
        </a>
        <SignatureState {...entry} timeZone={timeZone} />
      </div>
      <p className="max-w-measure whitespace-pre-line font-serif">{entry.reason}</p>
    </li>
  )
}
