import type { ShownWaiver } from '#app/features/enrolment/waive-prerequisite.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export function WaiverTable({ waivers, zone }: { waivers: readonly ShownWaiver[]; zone: string }) {
  return (
    <Table
      caption="Waived prerequisites"
      hideCaption
      rows={waivers}
      rowKey={({ userId, courseTitle, what }) => `${userId} ${courseTitle} ${what}`}
      columns={[
        { key: 'name', header: 'Person', cell: (waiver) => <Person {...waiver} /> },
        { key: 'course', header: 'Course', cell: ({ courseTitle }) => courseTitle },
        {
          key: 'what',
          header: 'Waived',
          cell: ({ what }) => <span className="inline-block first-letter:uppercase">{what}</span>,
        },
        { key: 'reason', header: 'Reason', cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
        {
          key: 'by',
          header: 'By',
          cell: ({ byName, waivedAt }) => (
            <>
              {byName}, <Time value={waivedAt} zone={zone} />
            </>
          ),
        },
      ]}
      empty="Nothing has been waived."
    />
  )
}

const Person = ({ name, email }: ShownWaiver) => (
  <>
    <span className="wrap-anywhere">{name}</span>
    <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>
  </>
)
