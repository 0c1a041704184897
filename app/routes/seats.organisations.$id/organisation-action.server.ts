import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { buySeats } from '#app/features/billing/seats/buy-seats.server.ts'
import { buySeatsForm } from '#app/features/billing/seats/buy-seats-form.ts'
import { addManager, changeBilling, removeManager } from '#app/features/billing/seats/keep-organisation.server.ts'
import { organisationForm } from '#app/features/billing/seats/organisation-form.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  buySeatsForm.extend({ intent: z.literal('buy') }),
  organisationForm.extend({ intent: z.literal('change') }),
  z.object({
    intent: z.literal('add-manager'),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email('Write the e-mail address of their account.')),
  }),
  z.object({ intent: z.literal('remove-manager'), manager: z.uuid() }),
])

export type OrganisationAnswer =
  | { fault: FormFault }
  | { done: string }
  /** Seats were ordered: where they are, and where they are paid. */
  | { purchaseId: string; checkoutUrl?: string | undefined; isKept?: boolean }

/** What a manager does with an organisation, by the form's `intent`. */
export async function changeOrganisation(
  actor: Actor,
  id: string,
  request: Request,
  now: Date,
): Promise<OrganisationAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return { fault: sent.fault }
  const { value, typed } = sent
  switch (value.intent) {
    case 'buy': {
      const bought = await buySeats(actor, id, value, now)
      return 'fault' in bought ? { fault: faultIn(bought.fault.field, bought.fault.message, typed) } : bought
    }
    case 'change': {
      const { intent: _, ...billing } = value
      await changeBilling(actor, id, billing, now)
      return { done: 'The billing details are changed. Invoices that are issued stay as they are.' }
    }
    case 'add-manager': {
      const added = await addManager(actor, id, value.email, now)
      return 'refused' in added
        ? { fault: faultIn('email', added.refused, typed) }
        : { done: 'They manage the seats now.' }
    }
    case 'remove-manager': {
      const removed = await removeManager(actor, id, value.manager, now)
      return 'refused' in removed
        ? { fault: faultIn('', removed.refused, typed) }
        : { done: 'They do not manage the seats any more.' }
    }
  }
}
