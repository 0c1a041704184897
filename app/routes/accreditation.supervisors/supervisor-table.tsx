import { Form } from 'react-router'
import type { ShownSupervisor } from '#app/features/portfolio/approve-supervisor.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Status, Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type Approval = ShownSupervisor['approvals'][number]

type SupervisorTableProps = {
  supervisors: readonly ShownSupervisor[]
  actorId: string
  today: string
  fault: FormFault | undefined
}

type Row = { supervisor: ShownSupervisor; approval: Approval }

/** Every approval, supervisor by supervisor, with whether it is in force today. */
export function SupervisorTable({ supervisors, actorId, today, fault }: SupervisorTableProps) {
  const rows = supervisors.flatMap((supervisor) => supervisor.approvals.map((approval) => ({ supervisor, approval })))
  const columns: Column<Row>[] = [
    { key: 'name', header: 'Supervisor', cell: ({ supervisor, approval }) => <Who {...supervisor} {...approval} /> },
    {
      key: 'from',
      header: 'From',
      cell: ({ approval }) => <Time value={approval.startsOn} zone="UTC" style="short-date" />,
    },
    {
      key: 'until',
      header: 'Until',
      cell: ({ approval: { endsOn } }) => (endsOn ? <Time value={endsOn} zone="UTC" style="short-date" /> : 'Open'),
    },
    {
      key: 'state',
      header: 'Today',
      cell: ({ approval }) => (
        <span className="whitespace-nowrap">
          <Today {...approval} today={today} />
        </span>
      ),
    },
    {
      key: 'end',
      header: 'End',
      hideHeader: true,
      cell: (row) => row.supervisor.id !== actorId && <End {...row} today={today} fault={fault} />,
    },
  ]
  return (
    <Table
      caption="Approvals"
      rows={rows}
      rowKey={({ approval }) => approval.id}
      columns={columns}
      empty="Nobody is approved yet."
    />
  )
}

function Who({ name, email, isOutside, note, approvedBy }: Omit<ShownSupervisor, 'approvals'> & Approval) {
  return (
    <>
      <span className="wrap-anywhere">{name}</span> {isOutside && <Tag>Outside</Tag>}
      <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>
      <span className="block font-normal text-ink-muted text-sm wrap-anywhere">
        {note} {approvedBy && `Approved by ${approvedBy}.`}
      </span>
    </>
  )
}

function Today({ startsOn, endsOn, today }: Approval & { today: string }) {
  if (startsOn > today) return <Status status="not-begun" />
  return endsOn && endsOn < today ? <Status status="expired">Ended</Status> : <Status status="met">In force</Status>
}

/** Two steps, and both work without scripts. */
function End({ supervisor, approval, today, fault }: Row & { today: string; fault: FormFault | undefined }) {
  const { id, startsOn, endsOn } = approval
  const isFaulty = fault?.values.id === id
  if (endsOn && endsOn < today) return null
  return (
    <details open={isFaulty}>
      <summary className="whitespace-nowrap text-primary text-sm">
        End<span className="sr-only"> the approval of {supervisor.name}</span>
      </summary>
      <Form method="post" action="/accreditation/supervisors" noValidate className="mt-3 grid gap-3 font-normal">
        <input type="hidden" name="id" value={id} />
        <DateField
          {...fieldsIn(isFaulty ? fault : undefined, { lastDay: startsOn > today ? startsOn : today })('lastDay')}
          id={`last-day-${id}`}
          label="Last day"
          required
        />
        <p className="max-w-56 text-ink-muted text-sm">What was held after it does not count.</p>
        <div>
          <Button variant="secondary" name="intent" value="end">
            End it
          </Button>
        </div>
      </Form>
    </details>
  )
}
