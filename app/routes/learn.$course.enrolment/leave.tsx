import { Form } from 'react-router'
import { LeaveFields } from '#app/features/enrolment/leave-fields.tsx'
import { LeaveLine } from '#app/features/enrolment/leave-line.tsx'
import type { ShownCohort } from '#app/features/enrolment/view-enrolment.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Folded } from '#app/ui/folded.tsx'

type LeaveProps = { cohort: ShownCohort; today: string; fault: FormFault | undefined }

/** One's leaves of absence from a cohort, and the form that asks for one. */
export function Leave({ cohort, today, fault }: LeaveProps) {
  return (
    <>
      {cohort.leaves.length > 0 && (
        <ul className="grid gap-2">
          {cohort.leaves.map((leave) => (
            <li key={leave.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <LeaveLine leave={leave} />
              {leave.answer !== 'declined' && leave.until >= today && <End id={leave.id} isAsked={!leave.answer} />}
            </li>
          ))}
        </ul>
      )}
      <Folded title="Ask for a leave of absence" isOpen={fault !== undefined}>
        <Form method="post" className="grid max-w-form gap-4">
          <input type="hidden" name="cohort" value={cohort.id} />
          <p>
            While you are on leave, the clocks of this cohort stop for you: each of its deadlines that lies after the
            first day is later by as many days. The course stays open. Your training leads decide, and you are told.
          </p>
          <LeaveFields id={cohort.id} fault={fault} reasonHint="Only the training leads of this cohort read it." />
          <div>
            <Button variant="secondary" name="intent" value="ask-leave">
              Ask for the leave
            </Button>
          </div>
        </Form>
      </Folded>
    </>
  )
}

const End = ({ id, isAsked }: { id: string; isAsked: boolean }) => (
  <Form method="post">
    <input type="hidden" name="leave" value={id} />
    <Button variant="quiet" name="intent" value="end-leave">
      {isAsked ? 'Take this back' : 'I am back: end it'}
    </Button>
  </Form>
)
