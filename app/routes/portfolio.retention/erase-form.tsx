import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

type EraseFormProps = { total: number; takenOut: number; isHeld: boolean; fault: FormFault | undefined }

export function EraseForm({ total, takenOut, isHeld, fault }: EraseFormProps) {
  if (total === 0 || isHeld) return null
  return (
    <section aria-labelledby="erase" className="grid max-w-form gap-4">
      <h2 id="erase" className="text-2xl">
        Have it erased now
      </h2>
      <p>
        You can have what you wrote erased at any time, with its files. It then counts for no pathway, and nobody can
        bring it back: take a copy first if you may want one. What stands under “What stays” is not erased.
      </p>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary errors={errorsOf(fault)} title="Nothing is erased yet" />
        <ChoiceGroup
          name="erasure"
          label="What is to be erased?"
          choices={choices(total, takenOut)}
          defaultValue={fault?.values.erasure}
          errors={fault?.errors.erasure}
          required
        />
        <CheckboxField name="isSure" label="I know that this cannot be undone" errors={fault?.errors.isSure} required />
        <div>
          <Button variant="danger">Erase it</Button>
        </div>
      </Form>
    </section>
  )
}

const choices = (total: number, takenOut: number) => [
  { value: 'taken-out', label: `What I have taken out (${takenOut})`, disabled: takenOut === 0 },
  {
    value: 'everything',
    label: `Everything in my portfolio (${total})`,
    hint: 'With every earlier version and every certificate that you sent.',
  },
]
