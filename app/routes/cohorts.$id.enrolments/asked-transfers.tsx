import { Form } from 'react-router'
import type { CohortEnrolmentsView } from '#app/features/enrolment/view-cohort-enrolments.server.ts'
import { Button } from '#app/ui/button.tsx'

/** Wishes to go over to another cohort that nobody has answered. */
export function AskedTransfers({ wishes }: Pick<CohortEnrolmentsView, 'wishes'>) {
  return (
    <section aria-labelledby="wishes" className="mb-section">
      <h2 id="wishes" className="mb-4 text-2xl">
        Another cohort is asked for
      </h2>
      <ul className="border-line border-b">
        {wishes.map(({ id, userId, name, email, reason, toCohortId, toCohort, isInReach }) => (
          <li key={id} className="grid gap-2 border-line border-t py-4">
            <h3 className="text-lg wrap-anywhere">
              {name} <span className="font-normal text-ink-muted text-sm">{email}</span>
            </h3>
            <p>Would go over to {toCohort}.</p>
            <p className="max-w-measure wrap-anywhere">{reason}</p>
            {!isInReach && (
              <p className="text-sm">
                You do not lead that cohort: one of its leads who leads this one too, or an administrator, can move
                them.
              </p>
            )}
            <div className="flex flex-wrap gap-3">
              {isInReach && (
                <Form method="post">
                  <input type="hidden" name="userId" value={userId} />
                  <input type="hidden" name="to" value={toCohortId} />
                  <Button variant="secondary" name="intent" value="transfer">
                    Move there<span className="sr-only">: {name}</span>
                  </Button>
                </Form>
              )}
              <Form method="post">
                <input type="hidden" name="wish" value={id} />
                <Button variant="quiet" name="intent" value="decline-transfer">
                  Decline<span className="sr-only"> the wish of {name}</span>
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
