import type { ListedCandidate } from '#app/features/credentials/view-candidates.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { Registration } from './waiting-table.tsx'

type IssuedTableProps = { candidates: readonly ListedCandidate[]; caption: string; empty: string }

/** Who has a certificate, the newest first. */
export function IssuedTable({ candidates, caption, empty }: IssuedTableProps) {
  return (
    <Table
      caption={caption}
      rows={candidates}
      rowKey={({ enrolmentId }) => enrolmentId}
      empty={empty}
      isDense
      columns={[
        { key: 'name', header: 'Name', cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
        {
          key: 'registration',
          header: 'Registration',
          speaksForItself: true,
          cell: (candidate) => <Registration candidate={candidate} />,
        },
        { key: 'course', header: 'Course', speaksForItself: true, cell: ({ courseTitle }) => courseTitle },
        {
          key: 'number',
          header: 'Number',
          speaksForItself: true,
          cell: ({ number }) => (
            <a
              href={`/accreditation/credentials/${number}`}
              className="tabular-nums wrap-anywhere sm:whitespace-nowrap"
            >
              {number}
            </a>
          ),
        },
        {
          key: 'issued',
          header: 'Issued',
          cell: ({ issuedAt }) => issuedAt && <Time value={issuedAt} zone="UTC" style="short-date" />,
        },
        {
          key: 'pdf',
          header: 'File',
          hideHeader: true,
          cell: ({ number, name }) => (
            <a href={`/certificates/${number}.pdf`} aria-label={`PDF of the certificate of ${name}`}>
              PDF
            </a>
          ),
        },
      ]}
    />
  )
}
