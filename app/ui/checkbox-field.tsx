import type { ComponentProps } from 'react'
import { controlAttributes, FieldError, FieldHint, type FieldProps, RequiredMark } from '#app/ui/field.tsx'

export function CheckboxField({
  label,
  hint,
  errors,
  id,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'type'>) {
  const fieldId = id ?? input.name
  return (
    <div className="grid gap-1.5">
      <FieldError id={fieldId} errors={errors} />
      <div className="flex gap-3 py-1.5">
        <input {...input} {...controlAttributes({ id: fieldId, hint, errors })} type="checkbox" className="choice" />
        <div className="grid gap-0.5">
          <label htmlFor={fieldId}>
            {label}
            {input.required && <RequiredMark />}
          </label>
          {hint && <FieldHint id={fieldId}>{hint}</FieldHint>}
        </div>
      </div>
    </div>
  )
}
