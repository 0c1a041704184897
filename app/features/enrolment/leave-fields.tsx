import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type LeaveFieldsProps = {
  /** Of whatever the form is about, so that a page may have several. */
  id: string
  fault: FormFault | undefined
  reasonHint: string
}

/** The first and the last day of a leave, and why. */
export function LeaveFields({ id, fault, reasonHint }: LeaveFieldsProps) {
  const field = (name: string) => ({ id: `${name}-${id}`, ...fieldsIn(fault)(name), required: true })
  return (
    <>
      <DateField {...field('from')} label="First day" />
      <DateField {...field('until')} label="Last day" />
      <TextArea {...field('reason')} label="Reason" hint={reasonHint} rows={3} />
    </>
  )
}
