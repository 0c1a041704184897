import { Form } from 'react-router'
import type { SeatPageRow } from '#app/features/billing/seats/view-seats.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

const uses = {
  given: { status: 'waiting', words: 'Waiting to be taken' },
  claimed: { status: 'not-begun', words: 'Not begun' },
  begun: { status: 'under-way', words: 'Begun' },
  completed: { status: 'met', words: 'Completed' },
} as const

type SeatTableProps = { rows: readonly SeatPageRow[]; fault: FormFault | undefined; zone: string }

/** Who has a seat, and how far in one word. */
export function SeatTable({ rows, fault, zone }: SeatTableProps) {
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="pb-3 text-2xl">
        Who has a seat
      </h2>
      <ErrorSummary errors={errorsOf(fault)} title="That could not be done" />
      <Table
        caption="Who has a seat"
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty="Nobody yet."
        isDense
        columns={[
          { key: 'name', header: 'Person', cell: (row) => <Person row={row} /> },
          { key: 'use', header: 'Progress', speaksForItself: true, cell: (row) => <Use row={row} /> },
          { key: 'since', header: 'Since', cell: ({ since }) => <Time value={since} zone={zone} /> },
          { key: 'take-back', header: 'Take back', hideHeader: true, cell: (row) => <TakeBack row={row} /> },
        ]}
      />
    </section>
  )
}

function Person({ row: { name, email } }: { row: SeatPageRow }) {
  return (
    <>
      <span className="wrap-anywhere">{name}</span>
      {name !== email && <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>}
    </>
  )
}

function Use({ row: { use, isStopped, mailState } }: { row: SeatPageRow }) {
  const { status, words } = uses[use]
  return (
    <div className="grid justify-items-start gap-1">
      <Status status={isStopped ? 'suspended' : status}>{isStopped ? 'Stopped: not paid for' : words}</Status>
      {use === 'given' && mailState === 'failed' && (
        <span className="text-critical text-sm">The mail could not be delivered. Check the address.</span>
      )}
    </div>
  )
}

function TakeBack({ row: { id, name, canBeTakenBack } }: { row: SeatPageRow }) {
  if (!canBeTakenBack) return null
  return (
    <Form method="post">
      <input type="hidden" name="seat" value={id} />
      <Button variant="quiet" name="intent" value="take-back">
        Take back<span className="sr-only"> the seat of {name}</span>
      </Button>
    </Form>
  )
}
