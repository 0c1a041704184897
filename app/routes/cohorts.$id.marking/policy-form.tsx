import { Form } from 'react-router'
import type { CohortMarkingView } from '#app/features/marking/view-cohort-marking.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PolicyMarkers } from './policy-markers.tsx'
import { AgreeingFields, GoldField, ReleaseFields, SchemeFields } from './policy-sections.tsx'
import { policyFieldsOf } from './policy-values.ts'

type PolicyFormProps = { cohort: CohortMarkingView; timeZone: string; fault: FormFault | undefined }

export function PolicyForm({ cohort, timeZone, fault }: PolicyFormProps) {
  const { id, inForce, markers } = cohort
  const errors = Object.entries(fault?.errors ?? {}).map(([field, [message = '']]) => ({ id: field, message }))
  const field = policyFieldsOf(inForce.policy, timeZone, fault)
  return (
    <section aria-labelledby="policy">
      <h2 id="policy" className="mb-2 text-2xl">
        Policy
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">
        {inForce.version === 0 ? 'The usual policy is in force.' : `Version ${inForce.version} is in force.`} How many
        people mark an answer is decided when it is handed in; a change holds for answers after it. When a third marker
        is asked, and when marks are released, goes by the policy of that moment.
      </p>
      <Form method="post" action={`/cohorts/${id}/marking?form=policy`} className="grid max-w-form gap-10">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="version" value={inForce.version} />
        <SchemeFields field={field} />
        <AgreeingFields field={field} />
        <ReleaseFields field={field} timeZone={timeZone} />
        <GoldField field={field} />
        <PolicyMarkers markers={markers.filter(({ isMarker }) => isMarker)} field={field} />
        <div>
          <Button>Adopt this policy</Button>
        </div>
      </Form>
    </section>
  )
}
