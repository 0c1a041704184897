import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'

export type SelectProps = ComponentProps<'select'> & {
  options: readonly { value: string; label: string }[]
  /** An empty first choice that counts as no answer. */
  placeholder?: string | undefined
}

/** The control alone, for where something else names it. */
export const Select = ({ options, placeholder, ...select }: SelectProps) => (
  <div className="relative">
    <select {...select} className="control">
      {placeholder && <option value="">{placeholder}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
    <Icon
      name="chevron-down"
      className="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-ink-muted forced-colors:hidden"
    />
  </div>
)
