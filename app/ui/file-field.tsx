import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '#app/ui/field.tsx'

/** A file from the person's own machine. Its form needs `encType="multipart/form-data"`, and the field stands last in it. */
export function FileField({
  label,
  hint,
  errors,
  id,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'type'>) {
  const fieldId = id ?? input.name
  return (
    <Field id={fieldId} label={label} hint={hint} errors={errors} required={input.required}>
      <input
        {...input}
        {...controlAttributes({ id: fieldId, hint, errors })}
        type="file"
        className="control file:me-4 file:rounded-sm file:border-0 file:bg-sunk file:px-3 file:py-1.5 file:font-medium file:text-ink"
      />
    </Field>
  )
}
