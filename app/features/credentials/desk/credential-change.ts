import { z } from 'zod'
import { SUSPENSION_CAUSES, type SuspensionCause } from '#app/domain/credential/desk-rules.ts'

const MAX_REASON = 2000
const LEAST_REASON = 10
const AT_LEAST_A_SENTENCE = 'Write at least a sentence: the holder reads it.'

const words = z.string().trim().max(MAX_REASON, 'Use at most 2,000 characters.')
const reason = words.min(LEAST_REASON, AT_LEAST_A_SENTENCE)
/** Ticked where it is meant for everything that rests on the holder's registration. */
const everything = z
  .literal('on')
  .optional()
  .transform((ticked) => ticked === 'on')

const suspension = z.object({
  intent: z.literal('suspend'),
  cause: z.enum(Object.keys(SUSPENSION_CAUSES) as SuspensionCause[], { error: 'Choose why.' }),
  text: words.default(''),
  lastDay: z.union([z.literal('').transform(() => null), z.iso.date('Choose a day, or none.')]).default(null),
  everything,
})

export const credentialChangeForm = z.discriminatedUnion('intent', [
  suspension.refine(({ cause, text }) => SAYS_IT_ALL.includes(cause) || text.length >= LEAST_REASON, {
    path: ['text'],
    message: AT_LEAST_A_SENTENCE,
  }),
  z.object({ intent: z.literal('lift'), text: reason, everything }),
  z.object({ intent: z.literal('revoke'), text: reason, end: z.string().trim().max(50) }),
])

/** Causes that need no further words. */
const SAYS_IT_ALL: readonly SuspensionCause[] = ['registration', 'fitness']

export type CredentialChange = z.output<typeof credentialChangeForm>
export type ChangeOf<Intent extends CredentialChange['intent']> = Extract<CredentialChange, { intent: Intent }>

/** What is written down of a suspension: the named cause, and what was written besides. */
export const reasonOf = ({ cause, text }: ChangeOf<'suspend'>): string =>
  cause === 'other' ? text : [SUSPENSION_CAUSES[cause], text].filter(Boolean).join('\n')
