import type { AuditView } from '#app/features/audit/read-audit.server.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type Entry = AuditView['entries'][number]

export function EntryTable({ entries, zone }: { entries: readonly Entry[]; zone: string }) {
  return (
    <Table
      caption="Entries, the newest first"
      hideCaption
      rows={entries}
      rowKey={({ id }) => id}
      isDense
      empty="No entry fits this choice."
      columns={columnsIn(zone)}
    />
  )
}

const columnsIn = (zone: string): Column<Entry>[] => [
  { key: 'at', header: 'When', cell: ({ at }) => <Time value={at} zone={zone} style="date-time" /> },
  { key: 'actor', header: 'Who', speaksForItself: true, cell: nameOf },
  { key: 'action', header: 'Did', speaksForItself: true, cell: ({ action }) => wordsOf(action) },
  {
    key: 'object',
    header: 'With',
    speaksForItself: true,
    cell: ({ objectKind, objectId }) => (
      <a href={`/admin/audit?${new URLSearchParams({ objectKind, objectId })}`} className="wrap-anywhere">
        {objectKind.replace(/[_-]/g, ' ')} <ShortId id={objectId} />
      </a>
    ),
  },
  { key: 'details', header: 'Details', speaksForItself: true, cell: (entry) => <Details {...entry} /> },
  {
    key: 'position',
    header: 'Sealed as',
    numeric: true,
    cell: ({ position }) =>
      position ?? (
        <span className="whitespace-nowrap">
          <Tag tone="caution">Not yet</Tag>
        </span>
      ),
  },
]

/** What tells one from another are its last figures. On paper, where nothing can be followed, it stands whole. */
const ShortId = ({ id }: { id: string }) => (
  <span className="text-sm">
    <span title={id} className="print:hidden">
      {id.replace(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-/, '…')}
    </span>
    <span className="hidden print:inline">{id}</span>
  </span>
)

function nameOf({ actorId, actorName }: Entry) {
  if (actorName) return actorName
  return (
    <span className="text-ink-muted">{actorId ? 'Somebody whose account is gone' : 'The system, or a visitor'}</span>
  )
}

/** `mark.sent_again` as people say it: "mark sent again". */
const wordsOf = (action: string) => action.replace(/[._-]/g, ' ')

function Details({ details, isErased }: Pick<Entry, 'details' | 'isErased'>) {
  if (isErased) return <span className="text-ink-muted">Erased</span>
  const facts = Object.entries(details)
  if (facts.length === 0) return null
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="wrap-anywhere">
          <dt className="inline text-ink-muted">{wordsOfName(name)}: </dt>
          <dd className="inline">{shown(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A text as it is; what has parts as JSON. */
const shown = (value: unknown) => (typeof value === 'string' ? value : value === null ? 'none' : JSON.stringify(value))

/** `globalLevel` as "global level". */
const wordsOfName = (name: string) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
