import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type CohortFormProps = {
  courses: readonly { slug: string; title: string }[]
  /** The person who fills in the form leads the cohort in any case. */
  isLead: boolean
  leads: readonly { id: string; name: string }[]
  fault: FormFault | undefined
}

export function CohortForm({ courses, isLead, leads, fault }: CohortFormProps) {
  const errors = Object.entries(fault?.errors ?? {}).map(([id, [message = '']]) => ({ id, message }))
  const field = fieldsIn(fault)
  return (
    <>
      <ErrorSummary errors={errors} />
      <TextField
        {...field('name')}
        label="Name"
        hint="What its people call it, for example “Leeds, spring 2027”."
        required
      />
      <SelectField
        {...field('course')}
        label="Course"
        placeholder="Choose a course"
        options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
        required
      />
      <DateField {...field('startsOn')} label="Starts on" required />
      <DateField {...field('endsOn')} label="Ends on" hint="Leave empty if it stays open." />
      {leads.length > 0 && (
        <ChoiceGroup
          kind="checkbox"
          name="leads"
          label={isLead ? 'Led by you, and by' : 'Led by'}
          choices={leads.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={[fault?.values.leads ?? []].flat()}
          errors={fault?.errors.leads}
        />
      )}
      <div>
        <Button>Create the cohort</Button>
      </div>
    </>
  )
}
