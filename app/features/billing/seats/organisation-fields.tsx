import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Known = { name: string; billingAddress: string; billingEmail: string; vatNumber: string }

/** Who pays, and where an invoice goes: as it was typed, or else as it stands. */
export function OrganisationFields({ fault, known }: { fault: FormFault | undefined; known?: Known }) {
  const field = fieldsIn(fault, known)
  return (
    <>
      <TextField
        {...field('name')}
        label="Organisation"
        hint="As it should stand on an invoice, and as those who get a seat see it."
        autoComplete="organization"
        required
      />
      <TextArea {...field('billingAddress')} label="Billing address" rows={4} autoComplete="street-address" required />
      <TextField
        {...field('billingEmail')}
        type="email"
        label="E-mail address for invoices"
        autoComplete="off"
        required
      />
      <TextField
        {...field('vatNumber')}
        label="VAT number"
        hint="Leave it empty if there is none."
        autoComplete="off"
        className="max-w-64"
      />
    </>
  )
}
