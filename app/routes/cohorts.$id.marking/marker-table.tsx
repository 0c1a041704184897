import { Form } from 'react-router'
import type { CohortMarkingView } from '#app/features/marking/view-cohort-marking.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'

type Marker = CohortMarkingView['markers'][number]

export function MarkerTable({ cohortId, markers }: { cohortId: string; markers: readonly Marker[] }) {
  return (
    <Table
      caption="Scripts by marker"
      rows={markers}
      rowKey={({ userId }) => userId}
      columns={[
        { key: 'marker', header: 'Marker', cell: (marker) => <Name {...marker} /> },
        { key: 'allocated', header: 'Allocated', numeric: true, cell: ({ allocated }) => allocated },
        { key: 'begun', header: 'Begun', numeric: true, cell: ({ begun }) => begun },
        { key: 'locked', header: 'Locked', numeric: true, cell: ({ locked }) => locked },
        {
          key: 'back',
          header: 'Take back',
          hideHeader: true,
          cell: (marker) => <TakeBack cohortId={cohortId} {...marker} />,
        },
      ]}
      empty="Nobody is a training lead at the moment, so nobody can mark."
    />
  )
}

const Name = ({ name, isMarker }: Marker) => (
  <>
    <span className="wrap-anywhere">{name}</span>
    {!isMarker && <span className="block font-normal text-ink-muted text-sm">No longer a training lead</span>}
  </>
)

/** Two steps, and both work without scripts. */
function TakeBack({ cohortId, userId, name, allocated, begun }: Marker & { cohortId: string }) {
  if (allocated + begun === 0) return null
  return (
    <details>
      <summary className="text-primary text-sm">
        Take back<span className="sr-only"> from {name}</span>
      </summary>
      <Form method="post" action={`/cohorts/${cohortId}/marking`} className="mt-2 grid gap-2">
        <input type="hidden" name="intent" value="take-back" />
        <input type="hidden" name="marker" value={userId} />
        <p className="text-sm">
          They go back to everybody’s queue. What the marker has filled in stays until somebody else has marked the
          script.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary">
            Take back those not begun<span className="sr-only">, from {name}</span>
          </Button>
          {begun > 0 && (
            <Button variant="danger" name="begun" value="on">
              Take back all, begun ones too<span className="sr-only">, from {name}</span>
            </Button>
          )}
        </div>
      </Form>
    </details>
  )
}
