import { Form } from 'react-router'
import type { AdjustmentPage } from '#app/features/people/adjustments.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type RecordedAdjustment = AdjustmentPage['adjustments'][number]

type AdjustmentTableProps = { adjustments: readonly RecordedAdjustment[]; zone: string }

export function AdjustmentTable({ adjustments, zone }: AdjustmentTableProps) {
  return (
    <Table
      caption="Adjustments recorded"
      hideCaption
      rows={adjustments}
      rowKey={({ userId }) => userId}
      columns={columns(zone)}
      empty="Nothing is recorded for anybody."
    />
  )
}

const columns = (zone: string): Column<RecordedAdjustment>[] => [
  { key: 'name', header: 'Person', cell: (adjustment) => <Person {...adjustment} /> },
  { key: 'days', header: 'Extra days', numeric: true, cell: ({ extraDays }) => extraDays },
  {
    key: 'format',
    header: 'Another format',
    cell: ({ otherFormat }) => <span className="whitespace-pre-line wrap-anywhere">{otherFormat || 'None'}</span>,
  },
  { key: 'recorded', header: 'Recorded', cell: ({ recordedAt }) => <Time value={recordedAt} zone={zone} /> },
  { key: 'remove', header: 'Remove', hideHeader: true, cell: (adjustment) => <Remove {...adjustment} /> },
]

const Person = ({ name, email }: RecordedAdjustment) => (
  <>
    <span className="wrap-anywhere">{name}</span>
    <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>
  </>
)

/** Two steps, and both work without scripts. */
function Remove({ email, name }: RecordedAdjustment) {
  return (
    <details>
      <summary className="text-primary text-sm">
        Remove<span className="sr-only"> what is recorded for {name}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-2">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="extraDays" value="0" />
        <p className="text-sm">Their deadlines are those of their cohorts again.</p>
        <div>
          <Button variant="danger">
            Remove<span className="sr-only"> what is recorded for {name}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}
