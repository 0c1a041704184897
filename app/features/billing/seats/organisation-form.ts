import { z } from 'zod'

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .regex(/^\P{Cc}*$/u, 'Use one line of ordinary characters.')

const lines = (max: number, missing: string) =>
  z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, missing).max(max, `Use at most ${max} characters.`))

export const organisationForm = z.object({
  name: line(200).min(2, 'Write the name of the organisation, as it should stand on an invoice.'),
  billingAddress: lines(500, 'Write the address that an invoice goes to.'),
  billingEmail: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'This is too long for an e-mail address.')
    .pipe(z.email('Write the e-mail address of whoever pays invoices, such as accounts@trust.nhs.uk.')),
  vatNumber: line(40).default(''),
})
