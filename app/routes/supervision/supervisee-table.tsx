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
          { key: 'clips', header: 'Clips to rate', cell: (supervisee) => <ClipsToRate {...supervisee} /> },
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

function ClipsToRate({ clips, unratedClips }: Supervisee) {
  if (unratedClips.length === 0) return <>{clips === 0 ? '–' : `All ${clips} rated`}</>
  return (
    <ul className="grid gap-1">
      {unratedClips.map(({ id, caseCode, sessionNumber }) => (
        <li key={id}>
          <a href={`/supervision/clips/${id}`}>
            {caseCode ? `${caseCode}, session` : 'Session'} {sessionNumber}
          </a>
        </li>
      ))}
    </ul>
  )
}
