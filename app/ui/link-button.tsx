import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonClass } from '#app/ui/button.tsx'

/** Goes somewhere; a `Button` does something. */
export function LinkButton({
  variant = 'primary',
  className = '',
  ...rest
}: ComponentProps<'a'> & { href: string; variant?: ButtonVariant }) {
  return <a {...rest} className={`${buttonClass(variant)} ${className}`} />
}
