import { Form } from 'react-router'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Time } from '#app/ui/time.tsx'

type ClosingProps = {
  concern: { id: string; closedAt: Date | null; closedBy: string | null; outcome: string | null }
  isOwn: boolean
  fault: FormFault | undefined
  zone: string
}

/** How a concern ended, or the form that ends it. */
export function Closing({ concern, isOwn, fault, zone }: ClosingProps) {
  if (concern.closedAt)
    return (
      <section className="grid gap-2">
        <h2 className="text-xl">What came of it</h2>
        <p className="whitespace-pre-wrap wrap-anywhere">{concern.outcome}</p>
        <p className="text-ink-muted text-sm">
          Closed by {concern.closedBy ?? 'a former member'},{' '}
          <Time value={concern.closedAt} zone={zone} style="date-time" />
        </p>
      </section>
    )
  if (isOwn) return <Notice>You raised this concern, so somebody else has to close it.</Notice>
  return (
    <Form method="post" noValidate className="grid gap-6">
      <KeptForm form="concern-outcome" subject={concern.id} />
      <ErrorSummary errors={errorsOf(fault)} title="The concern is still open" />
      <TextArea
        name="outcome"
        label="What came of it?"
        hint="What was done and by whom, or why nothing had to be done. It cannot be changed afterwards."
        maxLength={5000}
        defaultValue={fault?.values.outcome}
        errors={fault?.errors.outcome}
        required
      />
      <Button className="justify-self-start">Close this concern</Button>
    </Form>
  )
}
