import { Form } from 'react-router'
import type { ConflictsView } from '#app/features/marking/view-conflicts.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { conflictNames } from './conflict-names.ts'

type Conflict = ConflictsView['own'][number]

type ConflictTableProps = { title: string; conflicts: readonly Conflict[]; timeZone: string; showsMarker?: boolean }

export function ConflictTable({ title, conflicts, timeZone, showsMarker = false }: ConflictTableProps) {
  const marker: Column<Conflict> = { key: 'marker', header: 'Marker', cell: ({ markerName }) => markerName }
  return (
    <section className="mb-section">
      <Table
        caption={title}
        rows={conflicts}
        rowKey={({ id }) => id}
        columns={[
          { key: 'trainee', header: 'Trainee', cell: (conflict) => <Trainee {...conflict} /> },
          ...(showsMarker ? [marker] : []),
          { key: 'kind', header: 'What it is', cell: ({ kind }) => conflictNames[kind] },
          { key: 'from', header: 'Declared', cell: ({ declaredAt }) => <Time value={declaredAt} zone={timeZone} /> },
          {
            key: 'to',
            header: 'Ended',
            cell: ({ endedAt }) => (endedAt ? <Time value={endedAt} zone={timeZone} /> : 'In force'),
          },
          { key: 'end', header: 'End', hideHeader: true, cell: (conflict) => <End {...conflict} /> },
        ]}
      />
    </section>
  )
}

function Trainee({ traineeName, note }: Conflict) {
  return (
    <>
      <span className="wrap-anywhere">{traineeName ?? 'Whoever wrote a script that was handed back'}</span>
      {note && <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{note}</span>}
    </>
  )
}

/** Two steps, and both work without scripts. */
function End({ id, traineeName, endedAt }: Conflict) {
  if (endedAt) return null
  return (
    <details>
      <summary className="text-primary text-sm">
        End<span className="sr-only"> the conflict about {traineeName ?? 'whoever wrote the script'}</span>
      </summary>
      <Form method="post" action="/marking/conflicts" className="mt-2 grid gap-2">
        <input type="hidden" name="id" value={id} />
        <p className="text-sm">Their work may come to this marker again.</p>
        <div>
          <Button variant="secondary" name="intent" value="end">
            End it
          </Button>
        </div>
      </Form>
    </details>
  )
}
