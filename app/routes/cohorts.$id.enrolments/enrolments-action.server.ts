import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { takeOffCourse, takeUpAgain } from '#app/features/enrolment/leave-course.server.ts'
import { leaveFields } from '#app/features/enrolment/leave-form.ts'
import { answerLeave, endLeave, giveLeave } from '#app/features/enrolment/leave-of-absence.server.ts'
import { reasonField } from '#app/features/enrolment/reason-field.ts'
import { declineTransfer, transferTrainee } from '#app/features/enrolment/transfer.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take-off'), userId: z.uuid(), reason: reasonField }),
  z.object({ intent: z.literal('take-up'), userId: z.uuid() }),
  z.object({ intent: z.literal('give-leave'), userId: z.uuid(), ...leaveFields }),
  z.object({ intent: z.literal('answer-leave'), leave: z.uuid(), answer: z.enum(['agreed', 'declined']) }),
  z.object({ intent: z.literal('end-leave'), leave: z.uuid() }),
  z.object({ intent: z.literal('transfer'), userId: z.uuid(), to: z.uuid('Choose a cohort.') }),
  z.object({ intent: z.literal('decline-transfer'), wish: z.uuid() }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changePerson(actor: Actor, cohortId: string, request: Request, now: Date): Promise<FormAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const answer = await act(actor, cohortId, sent.value, now)
  if ('refused' in answer) return { fault: faultIn('', answer.refused, sent.typed) }
  if ('fault' in answer) return { fault: faultIn(answer.fault.field, answer.fault.message, sent.typed) }
  return { done: dones[sent.value.intent] }
}

function act(actor: Actor, cohortId: string, wish: z.output<typeof form>, now: Date) {
  switch (wish.intent) {
    case 'take-off':
      return takeOffCourse(actor, { cohortId, userId: wish.userId, reason: wish.reason }, now)
    case 'take-up':
      return takeUpAgain(actor, { cohortId, userId: wish.userId }, now)
    case 'give-leave': {
      const { intent: _, ...leave } = wish
      return giveLeave(actor, { cohortId, ...leave }, now)
    }
    case 'answer-leave':
      return answerLeave(actor, { cohortId, leaveId: wish.leave, answer: wish.answer }, now)
    case 'transfer':
      return transferTrainee(actor, { cohortId, userId: wish.userId, toCohortId: wish.to }, now)
    case 'decline-transfer':
      return declineTransfer(actor, { cohortId, wishId: wish.wish }, now)
    case 'end-leave':
      return endLeave(actor, wish.leave, now).then(() => ({ isDone: true as const }))
  }
}

const dones: Record<z.output<typeof form>['intent'], string> = {
  'take-off': 'Taken off the course. They have been told, with the reason.',
  'take-up': 'Taken up again. They have been told. Add them to the cohort if they should be in it.',
  'give-leave': 'The leave is agreed. They have been told, and deadlines have moved for them.',
  'answer-leave': 'Answered. They have been told.',
  'end-leave': 'The leave is ended. They have been told.',
  transfer: 'Moved to the other cohort. They have been told.',
  'decline-transfer': 'Declined. They have been told.',
}
