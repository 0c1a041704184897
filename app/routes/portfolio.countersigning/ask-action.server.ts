import { z } from 'zod'
import type { Path } from '#app/domain/notices.ts'
import type { Actor } from '#app/domain/people.ts'
import { COUNTERSIGNING } from '#app/features/portfolio/ask-button.tsx'
import { askCountersign, withdrawRequest } from '#app/features/portfolio/ask-countersign.server.ts'
import { askedWords } from '#app/features/portfolio/asked-words.ts'
import { type FormFault, listField, parseForm } from '#app/http/form.server.ts'
import { ownPath } from '#app/http/next-path.ts'

const caseSupervisor = z.uuid().or(z.literal('')).default('')
const back = z.string().default(COUNTERSIGNING)
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('ask'),
    entry: listField(z.uuid()).refine((ids) => ids.length > 0, 'Tick one entry at least.'),
    caseSupervisor,
    back,
  }),
  z.object({ intent: z.literal('ask-new'), caseSupervisor, back }),
  z.object({ intent: z.literal('withdraw'), entry: z.uuid(), back }),
])

type Changed = { fault: FormFault } | { back: Path; words: string; isWhole: boolean }

/** Does what one of the forms asks, here or on the page of an entry. */
export async function changeRequests(actor: Actor, request: Request, now: Date): Promise<Changed> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const wish = sent.value
  const to = ownPath(wish.back) ?? COUNTERSIGNING
  if (wish.intent === 'withdraw') {
    const isWithdrawn = await withdrawRequest(actor, wish.entry, now)
    const words = isWithdrawn
      ? 'The question is taken back.'
      : 'There was nothing to take back: it is answered already.'
    return { back: to, words, isWhole: isWithdrawn }
  }
  const entries = wish.intent === 'ask' ? wish.entry : 'all-new'
  const asked = await askCountersign(actor, { entries, caseSupervisorId: wish.caseSupervisor || undefined }, now)
  return { back: to, words: askedWords(asked), isWhole: asked.refused.length === 0 }
}
