import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { AttendeeView } from '#app/features/cohorts/view-attendance.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { CameBack } from '#app/ui/came-back.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { controlAttributes, FieldError } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { drawn, fieldName, REST_PRESENT, rowOf } from './attendance-form.ts'

type AttendanceTableProps = {
  people: readonly AttendeeView[]
  zone: string
  fault: FormFault | undefined
  /** For how many "Present" was just chosen at once; undefined when nobody asked for that. */
  chosen: number | undefined
}

const states = [
  { value: 'present', label: 'Present' },
  { value: 'absent', label: 'Absent' },
  { value: 'excused', label: 'Excused' },
  { value: 'made-up', label: 'Made up' },
]

export function AttendanceTable({ people, zone, fault, chosen }: AttendanceTableProps) {
  const isSomebodyOpen = people.some(({ standing }) => !standing)
  return (
    <section aria-labelledby="who">
      <h2 id="who" className="mb-4 text-2xl">
        Who was there
      </h2>
      <Form method="post" noValidate className="grid gap-6">
        <EnterSendsNothing />
        <ErrorSummary errors={errorsOf(fault)} />
        {chosen !== undefined && (
          <CameBack title={restPresentWords(chosen)}>Change whoever was not there, then record it.</CameBack>
        )}
        {isSomebodyOpen && (
          <Button name="intent" value={REST_PRESENT} variant="secondary" className="justify-self-start">
            Choose “Present” for all that are “Not recorded”
          </Button>
        )}
        <Table
          caption="Attendance of each trainee"
          hideCaption
          rows={people}
          rowKey={({ userId }) => userId}
          columns={[
            { key: 'name', header: 'Name', cell: (person) => <Name person={person} zone={zone} /> },
            { key: 'state', header: 'Attendance', cell: (person) => <State person={person} fault={fault} /> },
            {
              key: 'hours',
              header: 'Hours, if for a part',
              cell: (person) => <Line field="hours" label="Hours, if for a part" person={person} fault={fault} />,
            },
            {
              key: 'task',
              header: 'Task, if made up',
              cell: (person) => <Line field="task" label="Task, if made up" person={person} fault={fault} />,
            },
          ]}
          empty="Nobody is in this cohort yet."
        />
        {people.length > 0 && (
          <Button name="intent" value="record" className="justify-self-start">
            Record attendance
          </Button>
        )}
      </Form>
    </section>
  )
}

const restPresentWords = (count: number) =>
  count === 0
    ? 'Nobody was “Not recorded”'
    : inNumber(count, {
        one: '“Present” is chosen for 1 more person',
        other: '“Present” is chosen for {n} more people',
      })

function Name({ person, zone }: { person: AttendeeView; zone: string }) {
  const { userId, name, isGuest, standing } = person
  return (
    <>
      <span className="wrap-anywhere">{name}</span>
      {isGuest && <span className="block font-normal text-ink-muted text-sm">From another cohort</span>}
      {standing && (
        <span className="block font-normal text-ink-muted text-sm">
          {standing.via === 'code' ? 'By code' : (standing.recordedByName ?? 'By a lead')},{' '}
          <Time value={standing.recordedAt} zone={zone} style="date-time" />
        </span>
      )}
      <input type="hidden" name={fieldName('was', userId)} value={drawn(rowOf(person))} />
    </>
  )
}

type CellProps = { person: AttendeeView; fault: FormFault | undefined }

function State({ person, fault }: CellProps) {
  const name = fieldName('state', person.userId)
  return (
    <div className="sm:min-w-40">
      <Select
        id={name}
        name={name}
        aria-label={`Attendance of ${person.name}`}
        defaultValue={String(fault?.values[name] ?? rowOf(person).state)}
        placeholder={person.standing ? undefined : 'Not recorded'}
        options={states}
      />
    </div>
  )
}

function Line({ field, label, person, fault }: CellProps & { field: 'hours' | 'task'; label: string }) {
  const name = fieldName(field, person.userId)
  const errors = fault?.errors[name]
  return (
    <>
      <FieldError id={name} errors={errors} />
      <input
        type="text"
        name={name}
        aria-label={`${label}: ${person.name}`}
        inputMode={field === 'hours' ? 'decimal' : 'text'}
        autoComplete="off"
        defaultValue={String(fault?.values[name] ?? rowOf(person)[field])}
        {...controlAttributes({ id: name, hint: undefined, errors })}
        className="control"
      />
    </>
  )
}
