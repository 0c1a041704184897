import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { errorsOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type EntryFormProps = {
  /** Keeps what is written while it is not sent. */
  kept: ReactNode
  fault: ScreenFault | undefined
  /** Of the entry that is corrected. */
  version?: number
  /** Said just above the button. */
  before?: ReactNode
  button: string
  children: ReactNode
}

/** The form of an entry: what has to be put right and what may identify somebody above its fields. */
export function EntryForm({ kept, fault, version = 0, before, button, children }: EntryFormProps) {
  return (
    <Form method="post" noValidate className="grid max-w-form gap-6">
      {kept}
      <ErrorSummary errors={errorsOf(fault)} />
      <IdentifierReview fault={fault} />
      <input type="hidden" name="seenVersion" value={version} />
      {children}
      {before}
      <div>
        <Button name="intent" value="keep">
          {button}
        </Button>
      </div>
    </Form>
  )
}
