import type { FormFault } from '#app/http/form.server.ts'
import { typedIn } from '#app/http/form-errors.ts'
import { answerField } from './answer-fields.ts'

export type RestSigned = {
  /** The form as it comes back: not sent, with everything that was chosen and typed. */
  fault: FormFault
  /** For how many "Sign it" was chosen now. */
  signedNow: number
}

/** Chooses "Sign it" for whatever still is on "Later", and leaves every other answer and every reason as it is. */
export function signTheRest(requests: readonly { id: string }[], typed: FormFault['values']): RestSigned {
  const left = requests.map(({ id }) => answerField(id)).filter((name) => !typedIn({ values: typed }, name))
  const signed = Object.fromEntries(left.map((name) => [name, 'signed']))
  return { fault: { errors: {}, values: { ...typed, ...signed } }, signedNow: left.length }
}
