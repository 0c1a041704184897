import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** @param prefix tells the fields' ids apart where a page has several such forms. */
export function ApprovalFields({ prefix, fault }: { prefix: string; fault: FormFault | undefined }) {
  const field = (name: string) => ({ id: `${prefix}${name}`, ...fieldsIn(fault)(name) })
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField {...field('startsOn')} label="Approved from" required />
        <DateField {...field('endsOn')} label="Until" hint="Empty: until you end it." />
      </div>
      <TextField {...field('note')} label="Note" hint="What it rests on. For staff alone." maxLength={300} />
    </>
  )
}
