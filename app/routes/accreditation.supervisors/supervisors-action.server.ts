import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import {
  approvalForm,
  approveSupervisor,
  endApproval,
  endingForm,
} from '#app/features/portfolio/approve-supervisor.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  approvalForm.safeExtend({ intent: z.literal('approve') }),
  endingForm.extend({ intent: z.literal('end') }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeSupervisors(actor: Actor, request: Request, now: Date): Promise<FormAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const wish = sent.value
  if (wish.intent === 'end') {
    const ended = await endApproval(actor, wish, now)
    return 'fault' in ended
      ? { fault: faultIn(ended.fault.field, ended.fault.message, sent.typed) }
      : { done: 'The approval ends with that day.' }
  }
  const approved = await approveSupervisor(actor, wish, now)
  if ('fault' in approved) return { fault: faultIn(approved.fault.field, approved.fault.message, sent.typed) }
  return { done: `${approved.approved} is approved as a supervisor.` }
}
