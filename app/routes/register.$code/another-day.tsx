import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'

/** A status on any day that has been. */
export function AnotherDay({ typed, fault }: { typed: string; fault: string | undefined }) {
  return (
    <form method="get" noValidate className="flex flex-wrap items-end gap-3 print:hidden">
      <DateField name="on" label="State on another day" defaultValue={typed} errors={fault ? [fault] : undefined} />
      <Button variant="secondary">Show</Button>
    </form>
  )
}
