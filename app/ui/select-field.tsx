import { controlAttributes, Field, type FieldProps } from '#app/ui/field.tsx'
import { Select, type SelectProps } from './select.tsx'

/** A choice from a list too long for radios. */
export function SelectField({ label, hint, errors, id, ...select }: FieldProps & Omit<SelectProps, 'name'>) {
  const fieldId = id ?? select.name
  return (
    <Field id={fieldId} label={label} hint={hint} errors={errors} required={select.required}>
      <Select {...select} {...controlAttributes({ id: fieldId, hint, errors })} />
    </Field>
  )
}
