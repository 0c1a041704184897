import { Form } from 'react-router'
import type { EnrolmentView } from '#app/features/enrolment/view-enrolment.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Folded } from '#app/ui/folded.tsx'

/** What somebody can do about their enrolment themselves, by where they stand. */
export function WhatToDo({ enrolment }: { enrolment: EnrolmentView }) {
  const course = <a href={`/courses/${enrolment.slug}`}>its page</a>
  switch (enrolment.standing) {
    case 'none':
      return <p>You are not enrolled in this course. You can begin it on {course}.</p>
    case 'active':
      return <Leaving isBought={enrolment.isBought} />
    case 'completed':
      return <p>What you have completed stays yours; there is nothing to leave.</p>
    case 'withdrawn':
      return <ComingBack />
    case 'removed':
      return (
        <p>
          A training lead has taken you off this course; the reason stands below. What you did is kept. They can take
          you up again: ask them.
        </p>
      )
    case 'ended':
      return (
        <p>
          The payment that gave you this course was given back or is disputed. What you did is kept; you can buy the
          course again on {course}.
        </p>
      )
  }
}

/** Two steps, and both work without scripts. */
function Leaving({ isBought }: { isBought: boolean }) {
  return (
    <Folded title="Leave this course" isOpen={false}>
      <Form method="post" className="grid justify-items-start gap-3">
        <p>
          Its lessons and vignettes close to you, and you leave its cohorts: your place there may go to somebody else.
          Nothing that you did is deleted, and you may come back to the course at any time.
        </p>
        {isBought && (
          <p>
            Leaving gives no money back by itself. Whether what you paid can be given back stands under{' '}
            <a href="/settings/purchases">Purchases</a>: within 14 days of paying you need no reason.
          </p>
        )}
        <Button variant="danger" name="intent" value="leave">
          Leave this course
        </Button>
      </Form>
    </Folded>
  )
}

function ComingBack() {
  return (
    <Form method="post" className="grid justify-items-start gap-3">
      <p>You left this course. Everything that you did is kept, and you go on where you were.</p>
      <Button name="intent" value="return">
        Come back to this course
      </Button>
    </Form>
  )
}
