import { certificateDay } from '#app/domain/certificate.ts'
import { standingWords } from '#app/domain/credential/standing-words.ts'
import { hasEnded } from '#app/domain/credential/state.ts'
import { dayWords } from '#app/domain/pathway/days.ts'
import type { ShownStatus } from '#app/domain/register-entry.ts'
import type { ListedRow } from '#app/features/register/view-register.server.ts'
import { StateTag } from '#app/ui/state-tag.tsx'
import { Table } from '#app/ui/table.tsx'

type PeopleTableProps = { caption: string; rows: readonly ListedRow[]; on: string | undefined }

export function PeopleTable({ caption, rows, on }: PeopleTableProps) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'person', header: 'Name', cell: (row) => <Person row={row} on={on} /> },
        {
          key: 'status',
          header: 'Status',
          cell: ({ statuses, notes }) => <Statuses statuses={statuses} notes={notes} />,
        },
        { key: 'languages', header: 'Languages', cell: ({ languages }) => languages.join(', ') || '–' },
        { key: 'works-with', header: 'Works with', cell: ({ worksWith }) => worksWith.join(', ') || '–' },
      ]}
      empty="Nobody in the register fits this question. Somebody who is not listed may hold a status all the same."
    />
  )
}

function Person({ row: { code, name, profession, place }, on }: { row: ListedRow; on: string | undefined }) {
  return (
    <>
      <a href={`/register/${code}${on ? `?on=${on}` : ''}`} className="wrap-anywhere">
        <bdi>{name}</bdi>
      </a>
      {[profession, place].filter(Boolean).map((line) => (
        <span key={line} className="block font-normal text-ink-muted text-sm">
          {line}
        </span>
      ))}
    </>
  )
}

const Statuses = ({ statuses, notes }: Pick<ListedRow, 'statuses' | 'notes'>) => (
  <ul className="grid gap-3">
    {statuses.map((status) => (
      <li key={status.number} className="grid gap-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {status.title} <StateTag state={status.standing.state} />
        </span>
        <span className="text-ink-muted text-sm">{daysWords(status)}</span>
      </li>
    ))}
    {notes && <li className="text-sm">Specialist notes: {notes}</li>}
  </ul>
)

function daysWords({ since, validUntil, standing }: ShownStatus): string {
  const days =
    validUntil && !hasEnded(standing)
      ? `Since ${dayWords(since)}, until ${certificateDay(validUntil)}`
      : `Since ${dayWords(since)}`
  return standing.state === 'valid' ? days : `${days}. ${standingWords(standing)}`
}
