import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '#app/ui/field.tsx'

/** One line of text: also e-mail, password, number, search, telephone. */
export function TextField({
  label,
  hint,
  errors,
  id,
  className = '',
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name'>) {
  const fieldId = id ?? input.name
  return (
    <Field id={fieldId} label={label} hint={hint} errors={errors} required={input.required}>
      <input
        type="text"
        {...input}
        {...controlAttributes({ id: fieldId, hint, errors })}
        className={`control ${className}`}
      />
    </Field>
  )
}
