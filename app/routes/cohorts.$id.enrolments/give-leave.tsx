import { Form } from 'react-router'
import { LeaveFields } from '#app/features/enrolment/leave-fields.tsx'
import type { PersonOfCohort } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'

type GiveLeaveProps = { person: PersonOfCohort; today: string; fault: FormFault | undefined }

/** Gives somebody a leave that they need not ask for, and ends one that is agreed. */
export function GiveLeave({ person: { userId, name, leaves }, today, fault }: GiveLeaveProps) {
  const running = leaves.filter(({ answer, until }) => answer === 'agreed' && until >= today)
  return (
    <>
      {running.map(({ id }) => (
        <Form key={id} method="post">
          <input type="hidden" name="leave" value={id} />
          <Button variant="quiet" name="intent" value="end-leave">
            End the leave<span className="sr-only"> of {name}</span>
          </Button>
        </Form>
      ))}
      <details open={fault !== undefined}>
        <summary className="text-primary text-sm">
          Give a leave of absence<span className="sr-only"> to {name}</span>
        </summary>
        <Form method="post" className="mt-2 grid gap-3">
          <input type="hidden" name="userId" value={userId} />
          <p className="text-sm">Each deadline of this cohort that lies after the first day is later for them.</p>
          <LeaveFields id={userId} fault={fault} reasonHint="Only the leads of this cohort read it." />
          <div>
            <Button variant="secondary" name="intent" value="give-leave">
              Give the leave<span className="sr-only"> to {name}</span>
            </Button>
          </div>
        </Form>
      </details>
    </>
  )
}
