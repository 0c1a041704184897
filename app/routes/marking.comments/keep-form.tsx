import { Form } from 'react-router'
import type { BankPage } from '#app/features/marking/comment-bank.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export function KeepForm({ bank: { rubric, groups }, fault }: { bank: BankPage; fault: FormFault | undefined }) {
  const typed = fault?.values ?? {}
  return (
    <Form method="post" noValidate className="grid max-w-form gap-5">
      <h2 className="text-2xl">Keep another comment</h2>
      <ErrorSummary errors={errorsOf(fault)} title="Nothing was kept" />
      <input type="hidden" name="rubric" value={rubric.slug} />
      <SelectField
        name="criterion"
        label="About"
        defaultValue={String(typed.criterion ?? groups[0]?.id ?? '')}
        options={groups.map(({ id, title }) => ({ value: id, label: title }))}
        errors={fault?.errors.criterion}
      />
      <TextArea
        name="text"
        label="The comment"
        hint="Square brackets stand for what has to be filled in, e.g. [their words]."
        rows={4}
        defaultValue={typed.text}
        errors={fault?.errors.text}
        required
      />
      <CheckboxField name="shared" label="Share it with all markers" defaultChecked={typed.shared !== undefined} />
      <Button name="intent" value="keep" className="justify-self-start">
        Keep it
      </Button>
    </Form>
  )
}
