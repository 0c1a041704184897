import { z } from 'zod'
import { judgeNewPassword } from '#app/auth/password.server.ts'
import { PROFESSIONS } from '#app/domain/people.ts'
import { isRegion } from '#app/domain/regions.ts'

/** Line ends and other control characters have no place in what mails and certificates print. */
const line = (max: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(max, `Use at most ${max} characters.`)
    .regex(/^\P{Cc}*$/u, 'Use one line of ordinary characters.')

const optionalLine = (max: number) => line(max, '').or(z.literal('')).default('')

export const emailField = z
  .string('Enter your e-mail address.')
  .trim()
  .toLowerCase()
  .min(1, 'Enter your e-mail address.')
  .max(254, 'This is too long for an e-mail address.')
  .pipe(z.email('This does not look like an e-mail address. An example: name@trust.nhs.uk'))

export const nameField = line(200, 'Enter the name that should stand on certificates.')

export const professionField = z.enum(PROFESSIONS, 'Choose your profession.')

const isTimeZone = (name: string) => Intl.supportedValuesOf('timeZone').includes(name)

/** What is asked of a person's registration and work; the same at sign-up and in the settings. */
export const profileFields = {
  name: nameField,
  profession: professionField,
  regulator: line(120, 'Enter the body that you are registered with.'),
  registrationNumber: line(60, 'Enter your registration number.'),
  employer: optionalLine(200),
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone from the list.'),
  region: z.string().refine(isRegion, 'Choose a region from the list.'),
}

export const profileForm = z.object({ ...profileFields, teachingLine: optionalLine(200) })

/** Whatever was chosen: `choosingPassword` judges it. */
export const newPassword = z.string().default('')

/** Enough for the longest passphrase, and no more work for the hash than that. */
export const givenPassword = z.string().min(1, 'Enter your password.').max(1000, 'This is too long for a password.')

/**
 * A form in which somebody chooses a password: `password` is judged beside the other fields' faults and not after them.
 * @param knownEmail the person's address, unless it is the form's field `email`.
 */
export function choosingPassword<Form extends z.ZodObject>(form: Form, knownEmail?: string): Form {
  const judge = (input: unknown) => {
    const { email, password } = input as { email?: unknown; password?: unknown }
    return judgeNewPassword(String(password ?? ''), knownEmail ?? String(email ?? ''))
  }
  return form.refine((input) => judge(input).accepted, {
    path: ['password'],
    when: () => true,
    error({ input }) {
      const judgement = judge(input)
      return judgement.accepted ? undefined : judgement.because
    },
  })
}
