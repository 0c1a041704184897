import { Form } from 'react-router'
import { TrainingFields } from '#app/features/portfolio/training-fields.tsx'
import type { ShownTraining } from '#app/features/portfolio/view-trainings.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type CorrectionFormProps = {
  training: ShownTraining
  providers: readonly { id: string; name: string; isAskedFor: boolean }[]
  fault: ScreenFault | undefined
}

/** Closed until it is wanted, or until it came back. */
export function CorrectionForm({ training: { version, body, files }, providers, fault }: CorrectionFormProps) {
  const { training, title, providerId: provider, startedOn, endedOn } = body
  const numbers = { days: `${body.days}`, liveHours: `${body.liveHours}`, selfGuidedHours: `${body.selfGuidedHours}` }
  return (
    <details open={fault !== undefined}>
      <summary className={buttonClass('secondary')}>Correct this training</summary>
      <Form method="post" encType="multipart/form-data" noValidate className="mt-6 grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <IdentifierReview fault={fault} />
        <p className="text-ink-muted">
          What you change is a new version; the earlier one stays. Staff look at the certificate again.
        </p>
        <input type="hidden" name="seenVersion" value={fault ? typedIn(fault, 'seenVersion') : version} />
        <TrainingFields
          providers={providers}
          values={fault?.values ?? { training, title, provider, startedOn, endedOn, ...numbers }}
          errors={fault?.errors ?? {}}
          hasCertificate={files.length > 0}
        />
        <div>
          <Button>Keep the correction</Button>
        </div>
      </Form>
    </details>
  )
}
