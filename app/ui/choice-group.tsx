import type { ReactNode } from 'react'
import { controlAttributes, FieldError, FieldHint, type FieldProps, RequiredMark } from '#app/ui/field.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type ChoiceGroupProps = FieldProps & {
  /** `radio` for one answer, `checkbox` for any number. */
  kind?: 'radio' | 'checkbox'
  id?: string
  choices: readonly Choice[]
  defaultValue?: string | readonly string[] | undefined
  required?: boolean
  /** What the question is about: stands between it and its choices, and describes the group. */
  about?: ReactNode
}

/** A question with its choices, as a fieldset. The error's id is on the group and on each choice. */
export function ChoiceGroup({
  kind = 'radio',
  choices,
  defaultValue,
  required = false,
  about,
  ...field
}: ChoiceGroupProps) {
  const id = field.id ?? field.name
  const chosen = new Set(typeof defaultValue === 'string' ? [defaultValue] : defaultValue)
  const { 'aria-invalid': isInvalid, 'aria-describedby': describedBy, ...group } = controlAttributes({ ...field, id })
  const described = [about ? `${id}-about` : '', describedBy].filter(Boolean).join(' ')
  return (
    <fieldset {...group} aria-describedby={described || undefined} tabIndex={-1} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium">
        {field.label}
        {required && <RequiredMark />}
      </legend>
      {about && (
        <div id={`${id}-about`} className="my-2">
          {about}
        </div>
      )}
      {field.hint && <FieldHint id={id}>{field.hint}</FieldHint>}
      <FieldError id={id} errors={field.errors} />
      {choices.map((choice) => {
        const choiceId = `${id}-${choice.value}`
        return (
          <div key={choice.value} className="flex gap-3 py-1.5">
            <input
              type={kind}
              id={choiceId}
              name={field.name}
              value={choice.value}
              defaultChecked={chosen.has(choice.value)}
              disabled={choice.disabled}
              required={kind === 'radio' && required}
              aria-invalid={isInvalid}
              aria-describedby={choice.hint ? `${choiceId}-description` : undefined}
              className="choice"
            />
            <div className="grid gap-0.5">
              <label htmlFor={choiceId}>{choice.label}</label>
              {choice.hint && <FieldHint id={choiceId}>{choice.hint}</FieldHint>}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}
