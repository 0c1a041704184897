import type { ReactNode } from 'react'
import { controlAttributes, FieldError, FieldHint } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { TypedAnswer } from './answer-fields.server.ts'

type OrderChoiceProps = {
  id: string
  label: ReactNode
  hint: ReactNode
  errors: readonly string[]
  steps: readonly { id: string; text: string }[]
  typed: TypedAnswer | undefined
}

/** Steps to be put in order by giving each its number: needs neither dragging nor a script. */
export function OrderChoice({ id, label, hint, errors, steps, typed }: OrderChoiceProps) {
  const placeOf = (step: string) => typed?.place[typed.step.indexOf(step)]
  return (
    <fieldset {...controlAttributes({ id, hint, errors })} tabIndex={-1} className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} errors={errors} />
      {steps.map((step) => (
        <div key={step.id} className="grid grid-cols-[4.5rem_1fr] items-center gap-4 py-1">
          <input type="hidden" name="step" value={step.id} />
          <div className="relative">
            <select
              name="place"
              id={`${id}-${step.id}`}
              defaultValue={placeOf(step.id)}
              className="control"
              aria-invalid={errors.length > 0 || undefined}
            >
              <option value="">–</option>
              {steps.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the places are the numbers themselves
                <option key={index} value={index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
            <Icon
              name="chevron-down"
              className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-muted forced-colors:hidden"
            />
          </div>
          <label htmlFor={`${id}-${step.id}`}>{step.text}</label>
        </div>
      ))}
    </fieldset>
  )
}
