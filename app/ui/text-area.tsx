import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '#app/ui/field.tsx'

/** Several lines of text. `reading` sets it in the lesson type, for answers that people will read; `source` as a file is written. */
export function TextArea({
  label,
  hint,
  errors,
  id,
  reading = false,
  source = false,
  ...area
}: FieldProps & Omit<ComponentProps<'textarea'>, 'name'> & { reading?: boolean; source?: boolean }) {
  const fieldId = id ?? area.name
  return (
    <Field id={fieldId} label={label} hint={hint} errors={errors} required={area.required}>
      <textarea
        rows={6}
        {...area}
        {...controlAttributes({ id: fieldId, hint, errors })}
        className={`control ${reading ? 'font-serif text-lg!' : ''} ${source ? 'source-text' : ''}`}
      />
    </Field>
  )
}
