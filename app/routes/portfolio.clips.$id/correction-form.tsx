import { Form } from 'react-router'
import { ClipFields } from '#app/features/portfolio/clip-fields.tsx'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import type { ClipOffer, ShownClip } from '#app/features/portfolio/view-clips.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type CorrectionFormProps = { clip: ShownClip; offer: ClipOffer; fault: FormFault | undefined }

export function CorrectionForm({ clip: { version, caseId, body }, offer, fault }: CorrectionFormProps) {
  const fields = typedFields(fault, {
    ...body,
    caseId: caseId ?? '',
    sessionNumber: `${body.sessionNumber}`,
    minutes: `${body.minutes}`,
    isConsentAttested: body.isConsentAttested ? 'on' : '',
    destroyedOn: body.destroyedOn ?? '',
    seenVersion: `${version}`,
  })
  return (
    <details open={fault !== undefined}>
      <summary className={buttonClass('secondary')}>Correct this clip</summary>
      <Form method="post" noValidate className="mt-6 grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <p className="text-ink-muted">
          What you change is a new version. A rating holds for what was rated: other than for the two days of
          destruction it has to be rated again. Of another case? Take this one out and enter a new one.
        </p>
        <input type="hidden" name="seenVersion" value={fields.text('seenVersion').defaultValue} />
        <ClipFields fields={fields} offer={offer} isNew={false} />
        <DateField {...fields.text('destroyedOn')} label="Destroyed on" hint="Empty while it is kept." />
        <div>
          <Button name="intent" value="correct">
            Keep the correction
          </Button>
        </div>
      </Form>
    </details>
  )
}
