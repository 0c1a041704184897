import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { closeThread, doWithPost } from '#app/features/discussion/moderate.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'

const words = z.string().trim().min(5, 'Say in a few words why.').max(500, 'Use at most 500 characters.')

const number = z.coerce.number().int().min(1).max(1_000_000)

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('close') }),
  z.object({ intent: z.literal('open') }),
  z.object({ intent: z.literal('take-back'), post: number }),
  z.object({ intent: z.literal('hide'), post: number, words }),
  z.object({ intent: z.literal('show'), post: number }),
  z.object({ intent: z.literal('report'), post: number, words }),
  z.object({ intent: z.literal('settle'), post: number }),
])

type Address = { cohortId: string; threadId: string }

/** Does what one of the page's forms asks, `number` being the post that it is about. */
export async function changeThread(
  actor: Actor,
  address: Address,
  request: Request,
  now: Date,
): Promise<{ done: string; number?: number } | { fault: ScreenFault; number: number }> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return { fault: sent.fault, number: Number(sent.fault.values.post ?? 0) }
  const wish = sent.value
  if (wish.intent === 'close' || wish.intent === 'open') {
    const isClosed = wish.intent === 'close'
    await closeThread(actor, address, isClosed, now)
    return { done: isClosed ? 'The thread is closed.' : 'The thread is open again.' }
  }
  const outcome = await doWithPost(actor, { ...address, number: wish.post }, wish, sent.typed, now)
  return { ...outcome, number: wish.post }
}
