import { z } from 'zod'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import { figure } from '#app/domain/wording.ts'
import type { FormFault } from '#app/http/form.server.ts'

/** A form of the portfolio as it was sent: what it says, and all that was typed, in case it has to go back. */
export type Sent<Value> = { value: Value; typed: FormFault['values'] }

export const dayField = z.iso.date('Choose a day.')

/** A day that may be left out. */
export const optionalDayField = z.union(
  [z.literal('').transform(() => null), dayField],
  'Choose a day, or leave it empty.',
)

export const tickField = z
  .string()
  .optional()
  .transform((sent) => sent === 'on')

export const wholeNumberField = (fault: string) =>
  z
    .string(fault)
    .trim()
    .regex(/^\d{1,5}$/, fault)
    .transform(Number)

/** Hours as they are typed, with a point or a comma. */
export const hoursField = (fault: string) =>
  z
    .string(fault)
    .trim()
    .regex(/^\d{1,4}([.,]\d{1,4})?$/, fault)
    .transform((typed) => Number(typed.replace(',', '.')))

export const textField = (empty: string, most: number) =>
  z
    .string(empty)
    .trim()
    .min(1, empty)
    .max(most, `Use at most ${figure(most)} characters.`)

/** The version that the form was filled in from; 0 for something new. */
export const seenVersionField = z.coerce.number().int().min(0).max(1_000_000).catch(0)

/** What only the rules found, beside the fields that it is about, with all that was typed. */
export const faultsBeside = (faults: EntryFaults, typed: FormFault['values']): FormFault => ({
  errors: Object.fromEntries(Object.entries(faults).map(([field, message]) => [field, [message]])),
  values: typed,
})
