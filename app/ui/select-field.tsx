import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** A choice from a list too long for radios. `placeholder` is an empty first choice that counts as no answer. */
export function SelectField({
  label,
  hint,
  errors,
  id,
  options,
  placeholder,
  ...select
}: FieldProps &
  Omit<ComponentProps<'select'>, 'name'> & {
    options: readonly { value: string; label: string }[]
    placeholder?: string
  }) {
  const fieldId = id ?? select.name
  return (
    <Field id={fieldId} label={label} hint={hint} errors={errors} required={select.required}>
      <div className="relative">
        <select {...select} {...controlAttributes({ id: fieldId, hint, errors })} className="control">
          {placeholder && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-ink-muted forced-colors:hidden"
        />
      </div>
    </Field>
  )
}
