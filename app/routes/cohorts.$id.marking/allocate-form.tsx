import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { CohortMarkingView } from '#app/features/marking/view-cohort-marking.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type AllocateFormProps = { cohort: CohortMarkingView; seed: string; fault: FormFault | undefined }

export function AllocateForm({ cohort, seed, fault }: AllocateFormProps) {
  const { id, waiting, vignettes, eligible } = cohort
  if (waiting === 0 && !fault) return null
  const errors = Object.entries(fault?.errors ?? {}).map(([field, [message = '']]) => ({ id: field, message }))
  const typed = (name: string) => typedIn(fault, name)
  return (
    <section aria-labelledby="allocate">
      <h2 id="allocate" className="mb-2 text-2xl">
        Allocate
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">
        {inNumber(waiting, { one: '1 script waits for anybody.', other: '{n} scripts wait for anybody.' })} What is not
        allocated can be taken by any marker. Scripts are chosen by chance; nobody is given what they may not mark.
      </p>
      <Form method="post" action={`/cohorts/${id}/marking`} className="grid max-w-form gap-6">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="seed" value={seed} />
        <SelectField
          name="vignette"
          label="Vignette"
          defaultValue={typed('vignette')}
          options={[
            { value: '', label: `All vignettes (${waiting})` },
            ...vignettes.map((vignette) => ({
              value: vignette.slug,
              label: `${vignette.title} (${vignette.waiting})`,
            })),
          ]}
        />
        <TextField
          name="most"
          label="How many"
          hint="Leave empty for all of them."
          inputMode="numeric"
          className="max-w-32"
          defaultValue={typed('most')}
          errors={fault?.errors.most}
        />
        <ChoiceGroup
          kind="checkbox"
          name="marker"
          label="To whom"
          hint="Tick one to give them scripts by hand."
          choices={eligible.map(({ userId, name, allocated, begun, weight }) => ({
            value: userId,
            label: name,
            hint: `Has ${allocated} allocated and ${begun} begun; weight ${weight}`,
          }))}
          defaultValue={fault ? [fault.values.marker ?? []].flat() : eligible.map(({ userId }) => userId)}
          errors={fault?.errors.marker}
        />
        <ChoiceGroup
          name="by"
          label="How"
          choices={[
            { value: 'equally', label: 'Equally' },
            { value: 'weights', label: 'By the weights of the policy' },
          ]}
          defaultValue={typed('by') || 'equally'}
          errors={fault?.errors.by}
        />
        <div>
          <Button variant="secondary" name="intent" value="preview">
            See what it would do
          </Button>
        </div>
      </Form>
    </section>
  )
}
