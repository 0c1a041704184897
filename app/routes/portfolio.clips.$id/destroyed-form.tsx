import { Form } from 'react-router'
import type { ShownClip } from '#app/features/portfolio/view-clips.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn, wholeErrorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type DestroyedFormProps = { clip: ShownClip; today: string; fault: FormFault | undefined }

export function DestroyedForm({ clip, today, fault }: DestroyedFormProps) {
  const isOverdue = clip.recording === 'overdue'
  return (
    <Form
      method="post"
      noValidate
      className={`grid gap-4 rounded-md p-5 ${isOverdue ? 'bg-critical-soft' : 'bg-sunk'}`}
      aria-labelledby="destroyed"
    >
      <h2 id="destroyed" className="text-xl">
        {isOverdue ? 'This recording should have been destroyed' : 'Is the recording destroyed?'}
      </h2>
      <p>Destroy it where you keep it, with every copy, and say here when you did.</p>
      <ErrorSummary errors={wholeErrorsOf(fault)} title="Nothing was saved" />
      <input type="hidden" name="seenVersion" value={clip.version} />
      <div className="flex flex-wrap items-end gap-4">
        <DateField
          {...fieldsIn(fault, { destroyedOn: today })('destroyedOn')}
          id="destroyed-on"
          label="Destroyed on"
          required
        />
        <Button name="intent" value="destroyed">
          It is destroyed
        </Button>
      </div>
    </Form>
  )
}
