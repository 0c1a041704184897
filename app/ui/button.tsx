import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex min-h-target max-w-full items-center justify-center gap-2 rounded-md text-center font-medium text-balance leading-tight no-underline transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55 print:hidden'

const looks: Record<ButtonVariant, string> = {
  primary:
    'border border-primary bg-primary px-5 py-2 text-primary-ink enabled:hover:border-primary-strong enabled:hover:bg-primary-strong [a]:hover:border-primary-strong [a]:hover:bg-primary-strong [a]:hover:text-primary-ink',
  secondary:
    'border border-line-strong bg-surface px-5 py-2 text-ink enabled:hover:border-primary enabled:hover:text-primary [a]:hover:border-primary [a]:hover:text-primary',
  quiet:
    'px-2 py-2 text-primary max-sm:first:-ms-2 underline decoration-primary/40 decoration-1 underline-offset-4 enabled:hover:text-primary-strong enabled:hover:decoration-current [a]:hover:decoration-current',
  danger:
    'border border-critical bg-critical px-5 py-2 text-on-critical enabled:hover:border-critical-strong enabled:hover:bg-critical-strong [a]:hover:text-on-critical',
}

/** The classes of a button, for a link or a `<summary>` that should look like one. */
export const buttonClass = (variant: ButtonVariant) => `${base} ${looks[variant]}`

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  /** Work is under way: the button stays where focus is but does nothing more. */
  busy?: boolean
}

export function Button({ variant = 'primary', busy = false, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      {...rest}
      {...(busy && { 'aria-disabled': true, 'aria-busy': true, onClick: (event) => event.preventDefault() })}
      className={`${buttonClass(variant)} ${className}`}
    >
      {busy && <BusyMark />}
      {children}
    </button>
  )
}

/** Two arcs that turn about each other; still when the person asks for less motion. */
function BusyMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className="size-4 animate-spin" fill="none" stroke="currentColor">
      <path d="M10 2.5a7.5 7.5 0 0 0-6.5 11M10 17.5a7.5 7.5 0 0 0 6.5-11" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
