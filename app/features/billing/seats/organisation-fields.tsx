import type { FormFault } from '#app/http/form.server.ts'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Known = { name: string; billingAddress: string; billingEmail: string; vatNumber: string }

/** Who pays, and where an invoice goes: as it was typed, or else as it stands. */
export function OrganisationFields({ fault, known }: { fault: FormFault | undefined; known?: Known }) {
  const shownIn = (name: keyof Known) => {
    const typed = fault?.values[name]
    return typeof typed === 'string' ? typed : known?.[name]
  }
  return (
    <>
      <TextField
        name="name"
        label="Organisation"
        hint="As it should stand on an invoice, and as those who get a seat see it."
        autoComplete="organization"
        defaultValue={shownIn('name')}
        errors={fault?.errors.name}
        required
      />
      <TextArea
        name="billingAddress"
        label="Billing address"
        rows={4}
        autoComplete="street-address"
        defaultValue={shownIn('billingAddress')}
        errors={fault?.errors.billingAddress}
        required
      />
      <TextField
        name="billingEmail"
        type="email"
        label="E-mail address for invoices"
        autoComplete="off"
        defaultValue={shownIn('billingEmail')}
        errors={fault?.errors.billingEmail}
        required
      />
      <TextField
        name="vatNumber"
        label="VAT number"
        hint="Leave it empty if there is none."
        autoComplete="off"
        defaultValue={shownIn('vatNumber')}
        errors={fault?.errors.vatNumber}
        className="max-w-64"
      />
    </>
  )
}
