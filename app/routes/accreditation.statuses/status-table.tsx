import { dayWords } from '#app/domain/pathway/days.ts'
import type { ShownStatus } from '#app/features/credentials/statuses/view-statuses.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { TickCell } from '#app/ui/tick-cell.tsx'

type StatusTableProps = { statuses: readonly ShownStatus[]; caption: string; empty: string; isIssued: boolean }

/** Statuses that were granted, each to be ticked; those that were issued as well, for their notes. */
export function StatusTable({ statuses, caption, empty, isIssued }: StatusTableProps) {
  return (
    <Table
      caption={caption}
      rows={statuses}
      rowKey={({ statusRecordId }) => statusRecordId}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: 'Name',
          cell: (status) => (
            <TickCell name="status" value={status.statusRecordId} because={reasonOf(status)}>
              {status.holderName}
            </TickCell>
          ),
        },
        { key: 'status', header: 'Status', cell: (status) => <Title status={status} /> },
        { key: 'awarded', header: 'Awarded', cell: ({ awardedOn }) => dayWords(awardedOn) },
        { key: 'until', header: 'Holds until', cell: ({ lastDay }) => dayWords(lastDay) },
        isIssued
          ? { key: 'number', header: 'Number', cell: ({ number }) => <IssuedNumber number={number} /> }
          : { key: 'days', header: 'Days waiting', numeric: true, cell: ({ daysWaiting }) => daysWaiting },
      ]}
    />
  )
}

function reasonOf({ isOwn, isBarred }: ShownStatus): string | null {
  if (isOwn) return 'Your own: another officer has to issue it.'
  return isBarred ? 'You have a part in this, so others issue it.' : null
}

const Title = ({ status: { pathwayTitle, isRenewal, isReturned, preparedBy } }: { status: ShownStatus }) => (
  <>
    {pathwayTitle}
    <span className="mt-1 flex flex-wrap gap-1.5">
      {isRenewal && <Tag>Renewal</Tag>}
      {isReturned && <Tag tone="caution">Sent back</Tag>}
      {preparedBy && <Tag>Prepared by {preparedBy}</Tag>}
    </span>
  </>
)

const IssuedNumber = ({ number }: { number: string | null }) =>
  number && (
    <a href={`/accreditation/credentials/${number}`} className="tabular-nums wrap-anywhere sm:whitespace-nowrap">
      {number}
    </a>
  )
