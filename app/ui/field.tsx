import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** What every field takes beside its own attributes. `name` also gives the id unless `id` is set (as Conform does). */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[] | undefined
}

/**
 * The attributes that tie a control to its hint and its errors. Where a form has come back, the first control with an error takes focus,
 * unless an error summary stands before it: far down a page nobody would see that nothing was sent.
 */
export function controlAttributes({
  id,
  hint,
  errors,
}: {
  id: string
  hint?: ReactNode
  errors?: readonly string[] | undefined
}) {
  const isInvalid = Boolean(errors?.length)
  const described = [hint ? `${id}-description` : '', isInvalid ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    'aria-invalid': isInvalid || undefined,
    'aria-describedby': described || undefined,
    ...(isInvalid && { autoFocus: true }),
  }
}

/** Label above, then hint, then error, then the control: read in the order in which it is needed. */
export function Field({
  id,
  label,
  hint,
  errors,
  required = false,
  children,
}: Omit<FieldProps, 'name'> & { id: string; required?: boolean | undefined; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="justify-self-start font-medium">
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      <FieldError id={id} errors={errors} />
      {children}
    </div>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-description`} className="max-w-measure text-ink-muted text-sm">
      {children}
    </div>
  )
}

export function FieldError({ id, errors }: { id: string; errors?: readonly string[] | undefined }) {
  if (!errors?.length) return null
  return (
    <div id={`${id}-error`} className="flex max-w-measure gap-2 font-medium text-critical text-sm">
      <Icon name="error" className="mt-px size-5" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  )
}

/** Seen only: the control's `required` says the same to assistive technology. */
export function RequiredMark() {
  return (
    <span aria-hidden="true" className="ms-1 text-critical">
      *
    </span>
  )
}

/** Stands once above a form that has required fields. */
export function RequiredNote() {
  return (
    <p className="text-ink-muted text-sm">
      Fields marked <RequiredMark /> have to be filled in.
    </p>
  )
}
