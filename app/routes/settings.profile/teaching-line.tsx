import type { FormFault } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/text-field.tsx'

/** What the pages of the courses that a lead leads say of them. */
export function TeachingLine({
  values,
  errors,
}: {
  values: FormFault['values']
  errors: FormFault['errors'] | undefined
}) {
  return (
    <TextField
      name="teachingLine"
      label="On the pages of your courses"
      hint="One line that anybody can read beside your name, where you lead a cohort. Empty, you are not named there."
      defaultValue={values.teachingLine}
      errors={errors?.teachingLine}
    />
  )
}
