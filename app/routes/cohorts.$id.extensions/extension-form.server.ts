import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { instantAt } from '#app/domain/wall-clock.ts'
import { grantExtension } from '#app/features/cohorts/grant-extension.server.ts'
import { takeExtensionAway } from '#app/features/cohorts/take-extension-away.server.ts'
import { emailField } from '#app/features/people/account-fields.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'
import { localTimeField } from '#app/http/local-time-field.ts'

const REASON_CHARACTERS = 500

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('grant'),
    email: emailField,
    vignette: z.string().min(1, 'Choose a vignette.'),
    dueAt: localTimeField,
    reason: z
      .string()
      .trim()
      .min(3, 'Say in a few words why, for whoever asks later.')
      .max(REASON_CHARACTERS, `Use at most ${REASON_CHARACTERS} characters.`),
  }),
  z.object({ intent: z.literal('take-away'), email: emailField, vignette: z.string() }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeExtensions(
  actor: Actor,
  cohortId: string,
  request: Request,
  now: Date,
): Promise<FormAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const { vignette: vignetteSlug, email, ...wish } = sent.value
  if (wish.intent === 'take-away') {
    await takeExtensionAway(actor, { cohortId, email, vignetteSlug }, now)
    return { done: 'The extension is taken away. The trainee has been told.' }
  }
  const dueAt = instantAt(wish.dueAt, actor.timeZone)
  const granted = await grantExtension(actor, { cohortId, email, vignetteSlug, dueAt, reason: wish.reason }, now)
  if ('fault' in granted) return { fault: faultIn(granted.fault.field, granted.fault.message, sent.typed) }
  return { done: 'The extension is granted. The trainee has been told.' }
}
