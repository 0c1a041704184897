import type { SuperviseesPage } from '#app/features/portfolio/view-supervisees.server.ts'
import { Table } from '#app/ui/table.tsx'

type Supervisee = SuperviseesPage['supervisees'][number]

/** Everybody who put work before the supervisor. */
export function SuperviseeTable({ supervisees }: { supervisees: readonly Supervisee[] }) {
  return (
    <section className="mt-section">
      <Table
        caption="Your supervisees"
        rows={supervisees}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: 'Name', cell: ({ id, name }) => <a href={`/supervision/${id}`}>{name}</a> },
          { key: 'waiting', header: 'Waiting', numeric: true, cell: ({ waiting }) => waiting },
          { key: 'signed', header: 'Signed', numeric: true, cell: ({ signed }) => signed },
          { key: 'clips', header: 'Clips to rate', numeric: true, cell: clipsToRate },
          {
            key: 'statement',
            header: 'Statement',
            cell: ({ id, name }) => (
              <a href={`/supervision/${id}/statement`}>
                Write<span className="sr-only"> a statement about {name}</span>
              </a>
            ),
          },
        ]}
      />
    </section>
  )
}

const clipsToRate = ({ clips, unratedClips }: Supervisee) => (clips === 0 ? '–' : `${unratedClips} of ${clips}`)
