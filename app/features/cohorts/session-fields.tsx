import type { FormFault } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/text-field.tsx'

type SessionFieldsProps = {
  values: FormFault['values']
  errors: FormFault['errors'] | undefined
  /** "London time". */
  zone: string
}

/** What a live session is, when, where and what it counts. */
export function SessionFields({ values, errors, zone }: SessionFieldsProps) {
  const typed = (name: string) => ({ name, defaultValue: String(values[name] ?? ''), errors: errors?.[name] })
  return (
    <>
      <TextField {...typed('title')} label="Title" required />
      <TextField
        {...typed('startsAt')}
        type="datetime-local"
        label="Starts"
        hint={`As clocks of the cohort show it: ${zone}. Each trainee sees it in their own time.`}
        required
      />
      <TextField {...typed('endsAt')} type="datetime-local" label="Ends" required />
      <TextField {...typed('place')} label="Place" hint="A room with its address. Empty for a meeting by link alone." />
      <TextField
        {...typed('link')}
        type="url"
        label="Meeting link"
        hint="Begins with https://. Only trainees of this cohort see it."
        autoComplete="off"
      />
      <TextField
        {...typed('countsMinutes')}
        label="Hours live that it counts"
        hint="Without breaks, such as 6 or 1.5."
        inputMode="decimal"
        required
      />
      <TextField
        {...typed('key')}
        label="Short name across cohorts"
        hint="Such as day-1. The same session in another cohort has the same, so that whoever misses it here can make it up there. Left empty, it comes from the title."
        autoComplete="off"
      />
    </>
  )
}
