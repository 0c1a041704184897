import type { ComponentProps } from 'react'
import { TextField } from '#app/ui/text-field.tsx'

/** A calendar day; its value is `YYYY-MM-DD` whatever the browser shows. */
export function DateField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  return <TextField {...props} type="date" className="max-w-48 tabular-nums" />
}
