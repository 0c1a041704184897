import type { StatusPreview } from '#app/features/credentials/statuses/preview-statuses.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type SendBackFormProps = { preview: StatusPreview; fault: ScreenFault | undefined }

/** For what was prepared and should not be released as it is. */
export function SendBackForm({ preview: { statusRecordId, holderName, pathwayTitle }, fault }: SendBackFormProps) {
  const own = fault?.values.status === statusRecordId ? fault : undefined
  return (
    <Folded title={`Send back: ${holderName}, ${pathwayTitle}`} isOpen={own !== undefined}>
      <form method="post" className="grid max-w-form gap-5">
        <KeptForm form="status-return" subject={statusRecordId} />
        <IdentifierReview fault={own} />
        <input type="hidden" name="status" value={statusRecordId} />
        <TextArea
          name="because"
          id={`because-${statusRecordId}`}
          label="Reason"
          hint="For whoever prepared it, and for other staff."
          rows={3}
          maxLength={2000}
          defaultValue={typedIn(own, 'because')}
          errors={own?.errors.because}
          required
        />
        <div>
          <Button name="intent" value="send-back" variant="secondary">
            Send it back
          </Button>
        </div>
      </form>
    </Folded>
  )
}
