import { statusSheet } from '#app/domain/credential/printed.ts'
import { CredentialSheet } from '#app/features/credentials/credential-sheet.tsx'
import type { StatusItem, StatusPreview } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { Notice } from '#app/ui/notice.tsx'

type ItemProps = { preview: StatusPreview; item: StatusItem }

/** What one of them would say, to be ticked: the status by itself, a note only by the officer. */
export function ItemSheet({ preview: { statusRecordId }, item }: ItemProps) {
  const { note, seen, text, because } = item
  const named = note ?? 'status'
  const id = `item-${statusRecordId}-${named}`
  const sheet = statusSheet(text)
  return (
    <div className="grid gap-3">
      <div className="flex gap-3">
        <input
          type="checkbox"
          className="choice"
          id={id}
          name="confirmed"
          value={`${statusRecordId} ${named} ${seen}`}
          defaultChecked={note === null || item.decision.step === 'release'}
          aria-describedby={note ? `${id}-evidence` : undefined}
        />
        <div>
          <label htmlFor={id} className="font-medium">
            {sheet.title}
          </label>
          {note && (
            <p id={`${id}-evidence`} className="text-ink-muted text-sm">
              {because.join(' ')}
            </p>
          )}
        </div>
      </div>
      <CredentialSheet sheet={sheet} headingLevel={3} />
    </div>
  )
}

/** Those that cannot be issued here and now, each with its reason. Draws nothing where there are none. */
export function RefusedItems({ items }: { items: readonly StatusItem[] }) {
  if (items.length === 0) return null
  return (
    <ul className="grid gap-2 text-sm">
      {items.map((item) => (
        <li key={item.note ?? 'status'}>
          <span className="font-medium">{statusSheet(item.text).title}:</span>{' '}
          {item.issuedNumber ? (
            <>
              issued as <a href={`/accreditation/credentials/${item.issuedNumber}`}>{item.issuedNumber}</a>
            </>
          ) : (
            <>
              {item.decision.step === null && item.decision.because}{' '}
              <span className="text-ink-muted">{item.because.join(' ')}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Why a second person sent it back. */
export function ReturnedNotice({ items }: { items: readonly StatusItem[] }) {
  const returned = items.find((item) => item.returned && !item.issuedNumber)?.returned
  if (!returned) return null
  return (
    <Notice kind="caution" title={`${returned.byName} sent it back`}>
      <p className="whitespace-pre-line wrap-anywhere">{returned.because}</p>
    </Notice>
  )
}
