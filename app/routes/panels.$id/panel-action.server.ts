import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { formPanelConsensus } from '#app/features/panels/form-consensus.server.ts'
import { inviteMember, removeMember } from '#app/features/panels/invite-member.server.ts'
import { emailField } from '#app/features/people/account-fields.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('invite'), email: emailField }),
  z.object({ intent: z.literal('remove'), member: z.string() }),
  z.object({ intent: z.literal('form'), seen: z.string().max(100) }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changePanel(actor: Actor, panelId: string, request: Request, now: Date): Promise<FormAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const wish = sent.value
  if (wish.intent === 'invite') {
    const invited = await inviteMember(actor, panelId, wish.email, now)
    if ('refused' in invited) return { fault: faultIn('email', invited.refused, sent.typed) }
    return { done: 'The person is invited and has been told.' }
  }
  if (wish.intent === 'remove') {
    const { isRemoved } = await removeMember(actor, panelId, wish.member, now)
    return { done: isRemoved ? 'The invitation is taken back.' : 'This person has answered and stays on the panel.' }
  }
  const formed = await formPanelConsensus(actor, panelId, wish.seen, now)
  if ('refused' in formed) return { fault: faultIn('consensus', formed.refused, sent.typed) }
  return { done: 'The consensus is formed. It is the key from now on.' }
}
