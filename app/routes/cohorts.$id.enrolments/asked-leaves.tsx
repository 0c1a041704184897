import { Form } from 'react-router'
import { LeaveLine } from '#app/features/enrolment/leave-line.tsx'
import type { CohortEnrolmentsView } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { Button } from '#app/ui/button.tsx'

/** Leaves that somebody asks for and nobody has answered. */
export function AskedLeaves({ asked }: Pick<CohortEnrolmentsView, 'asked'>) {
  return (
    <section aria-labelledby="asked" className="mb-section">
      <h2 id="asked" className="mb-4 text-2xl">
        Leave is asked for
      </h2>
      <ul className="border-line border-b">
        {asked.map((leave) => (
          <li key={leave.id} className="grid gap-2 border-line border-t py-4">
            <h3 className="text-lg wrap-anywhere">
              {leave.name} <span className="font-normal text-ink-muted text-sm">{leave.email}</span>
            </h3>
            <LeaveLine leave={leave} />
            <p className="max-w-measure wrap-anywhere">{leave.reason}</p>
            <Form method="post" className="flex flex-wrap gap-3">
              <input type="hidden" name="leave" value={leave.id} />
              <input type="hidden" name="intent" value="answer-leave" />
              <Button variant="secondary" name="answer" value="agreed">
                Agree<span className="sr-only"> to the leave of {leave.name}</span>
              </Button>
              <Button variant="quiet" name="answer" value="declined">
                Decline<span className="sr-only"> the leave of {leave.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
