import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import { HistoryList } from '#app/features/enrolment/history-list.tsx'
import { LeaveLine } from '#app/features/enrolment/leave-line.tsx'
import { StandingTag } from '#app/features/enrolment/standing-tag.tsx'
import type { CohortEnrolmentsView, PersonOfCohort } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { GiveLeave } from './give-leave.tsx'
import { Move } from './move.tsx'

type PeopleTableProps = {
  people: readonly PersonOfCohort[]
  targets: CohortEnrolmentsView['targets']
  zone: string
  today: string
  fault: FormFault | undefined
}

export function PeopleTable({ people, targets, zone, today, fault }: PeopleTableProps) {
  return (
    <Table
      caption="People of this cohort and their enrolments"
      hideCaption
      isDense
      rows={people}
      rowKey={({ userId }) => userId}
      columns={[
        { key: 'name', header: 'Name', cell: (person) => <Person {...person} /> },
        {
          key: 'standing',
          header: 'On the course',
          speaksForItself: true,
          cell: (person) => <Standing person={person} today={today} />,
        },
        {
          key: 'change',
          header: 'What happened, and what you can change',
          speaksForItself: true,
          cell: (person) => (
            <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2 [&>details[open]]:basis-full">
              <History person={person} zone={zone} />
              <Change
                person={person}
                targets={targets}
                today={today}
                fault={fault?.values.userId === person.userId ? fault : undefined}
              />
            </div>
          ),
        },
      ]}
      empty="Nobody has been in this cohort yet."
    />
  )
}

function Person({ name, email, isMember }: PersonOfCohort) {
  return (
    <>
      <span className="wrap-anywhere">{name}</span>
      <span className="block font-normal text-ink-muted text-sm wrap-anywhere">{email}</span>
      {!isMember && <span className="block font-normal text-sm">No longer in this cohort</span>}
    </>
  )
}

function History({ person: { name, history }, zone }: { person: PersonOfCohort; zone: string }) {
  return (
    <details>
      <summary className="text-primary text-sm">
        {inNumber(history.length, { one: '1 event', other: '{n} events' })}
        <span className="sr-only"> of {name}</span>
      </summary>
      <div className="mt-2">
        <HistoryList history={history} zone={zone} />
      </div>
    </details>
  )
}

function Standing({ person: { standing, leaves }, today }: { person: PersonOfCohort; today: string }) {
  const agreed = leaves.filter(({ answer, until }) => answer === 'agreed' && until >= today)
  return (
    <div className="grid justify-items-start gap-1.5">
      <StandingTag standing={standing} />
      {agreed.map((leave) => (
        <LeaveLine key={leave.id} leave={leave} />
      ))}
    </div>
  )
}

type ChangeProps = {
  person: PersonOfCohort
  targets: CohortEnrolmentsView['targets']
  today: string
  fault: FormFault | undefined
}

function Change({ person, targets, today, fault }: ChangeProps) {
  if (person.standing === 'active')
    return (
      <>
        {person.isMember && <GiveLeave person={person} today={today} fault={faultOf(fault, 'give-leave')} />}
        {person.isMember && targets.length > 0 && <Move person={person} targets={targets} />}
        <TakeOff person={person} fault={faultOf(fault, 'take-off')} />
      </>
    )
  if (person.standing === 'withdrawn' || person.standing === 'removed') return <TakeUp {...person} />
  return null
}

/** Two steps, and both work without scripts. */
function TakeOff({ person: { userId, name }, fault }: { person: PersonOfCohort; fault: FormFault | undefined }) {
  const typed = fault?.values.reason
  return (
    <details open={fault !== undefined}>
      <summary className="text-primary text-sm">
        Take off the course<span className="sr-only"> {name}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-3">
        <input type="hidden" name="userId" value={userId} />
        <p className="text-sm">
          The course closes to them, and they leave its cohorts. Nothing is deleted; you can take them up again.
        </p>
        <TextArea
          id={`reason-${userId}`}
          name="reason"
          label="Reason"
          hint="They read it, and so does every lead of the cohort."
          rows={3}
          defaultValue={typeof typed === 'string' ? typed : ''}
          errors={fault?.errors.reason}
          required
        />
        <div>
          <Button variant="danger" name="intent" value="take-off">
            Take off<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}

function TakeUp({ userId, name }: PersonOfCohort) {
  return (
    <Form method="post">
      <input type="hidden" name="userId" value={userId} />
      <Button variant="secondary" name="intent" value="take-up">
        Take up again<span className="sr-only"> {name}</span>
      </Button>
    </Form>
  )
}
