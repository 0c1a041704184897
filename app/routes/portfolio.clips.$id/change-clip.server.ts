import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { faultsBeside } from '#app/features/portfolio/entry-fields.server.ts'
import { clipForm, correctClip, destroyedForm, recordDestroyed } from '#app/features/portfolio/keep-clip.server.ts'
import { takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { ownClip } from '#app/features/portfolio/view-clips.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

const form = z.discriminatedUnion('intent', [
  clipForm.extend({ intent: z.literal('correct') }),
  destroyedForm.extend({ intent: z.literal('destroyed') }),
  z.object({ intent: z.literal('take-out') }),
])

/**
 * Corrects a clip, records that its recording is destroyed, or takes it out. Throws 404 for one that is not the actor's.
 * @returns where to go on, or what stands against it with all that was typed.
 */
export async function changeClip(
  actor: Actor,
  id: string,
  { request, context }: Pick<Route.ActionArgs, 'request' | 'context'>,
): Promise<Response | { fault: FormFault }> {
  await ownClip(actor, id)
  const sent = await parseForm(request, form)
  if (!sent.ok) return { fault: sent.fault }
  const { now } = context.get(requestContext)
  const { value, typed } = sent
  if (value.intent === 'take-out') {
    await takeEntryOut(actor, id, () => ({}), now)
    return redirectWithFlash('/portfolio/clips', 'The clip is out of your portfolio.')
  }
  const { intent, ...fields } = value
  const kept =
    'caseId' in fields ? await correctClip(actor, id, fields, now) : await recordDestroyed(actor, id, fields, now)
  if ('faults' in kept) return { fault: faultsBeside(kept.faults, typed) }
  const done = intent === 'correct' ? 'Your correction is kept.' : 'It is on record that the recording is destroyed.'
  return redirectWithFlash(`/portfolio/clips/${id}`, done)
}
