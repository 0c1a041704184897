import { Form } from 'react-router'
import type { CohortEnrolmentsView, PersonOfCohort } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { formatTime } from '#app/ui/time.tsx'

type MoveProps = { person: PersonOfCohort; targets: CohortEnrolmentsView['targets'] }

/** Moves somebody to another cohort that the reader leads. Two steps, and both work without scripts. */
export function Move({ person: { userId, name }, targets }: MoveProps) {
  return (
    <details>
      <summary className="text-primary text-sm">
        Move to another cohort<span className="sr-only">: {name}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-3">
        <input type="hidden" name="userId" value={userId} />
        <p className="text-sm">
          Their work, attendance and extensions stay theirs. The deadlines and sessions of the other cohort hold from
          now on.
        </p>
        <SelectField
          id={`to-${userId}`}
          name="to"
          label="To"
          placeholder="Choose"
          options={targets.map(({ id, name: cohort, startsOn }) => ({
            value: id,
            label: `${cohort}, from ${formatTime(startsOn, 'UTC')}`,
          }))}
          required
        />
        <div>
          <Button variant="secondary" name="intent" value="transfer">
            Move<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}
