import { z } from 'zod'
import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerProposal, sendToThirdMarker } from '#app/features/marking/answer-proposal.server.ts'
import type { Talked } from '#app/features/marking/in-talk.server.ts'
import { proposeMark } from '#app/features/marking/propose-mark.server.ts'
import { parseForm } from '#app/http/form.server.ts'

const INTENTS = ['propose', 'accepted', 'declined', 'withdrawn', 'third'] as const

const first = z.union([z.string(), z.array(z.string()).transform(([one = '']) => one)])

const talkForm = z
  .record(z.string(), first)
  .transform(({ intent, note = '', proposal, ...fields }) => ({ intent, note, number: Number(proposal) || 0, fields }))
  .pipe(
    z.object({
      intent: z.enum(INTENTS),
      note: z.string(),
      number: z.number(),
      fields: z.record(z.string(), z.string()),
    }),
  )

export type TalkForm = { intent: (typeof INTENTS)[number]; note: string; number: number; fields: MarkFields }

/** @throws 400, 413 or 415 for what no form of ours sends. */
export async function readTalkForm(request: Request): Promise<TalkForm> {
  const form = await parseForm(request, talkForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  return form.value
}

/** Does what the form asks for. */
export function talk(
  actor: Actor,
  code: string,
  { intent, note, number, fields }: TalkForm,
  now: Date,
): Promise<Talked | { faults: MarkFaults }> {
  if (intent === 'propose') return proposeMark(actor, { code, fields, note }, now)
  if (intent === 'third') return sendToThirdMarker(actor, code, now)
  return answerProposal(actor, { code, number, answer: intent, note }, now)
}
