import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { correctSupervision, takeSupervisionOut } from '#app/features/portfolio/keep-supervision.server.ts'
import { supervisionForm } from '#app/features/portfolio/supervision-form.server.ts'
import { type FormAnswer, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  supervisionForm.extend({ intent: z.literal('keep') }),
  z.object({ intent: z.literal('take-out') }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeSession(actor: Actor, id: string, request: Request, now: Date): Promise<FormAnswer> {
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return { fault: parsed.fault }
  const { value, typed } = parsed
  if (value.intent === 'take-out') {
    await takeSupervisionOut(actor, id, now)
    return { done: 'The session is no longer in your log.' }
  }
  const { intent: _, ...said } = value
  const corrected = await correctSupervision(actor, id, { value: said, typed }, now)
  if ('fault' in corrected) return { fault: corrected.fault }
  if (corrected.isCounted) return { done: 'The session is corrected.' }
  return { done: 'The session is corrected. It does not count: its supervisor was not approved on that day.' }
}
