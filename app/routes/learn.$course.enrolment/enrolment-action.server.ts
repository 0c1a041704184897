import { z } from 'zod'
import { momentWords } from '#app/domain/live/when.ts'
import type { Actor } from '#app/domain/people.ts'
import { acceptPlace, declinePlace, type Joined, joinCohort } from '#app/features/enrolment/join-cohort.server.ts'
import { comeBack, leaveCourse } from '#app/features/enrolment/leave-course.server.ts'
import { leaveFields } from '#app/features/enrolment/leave-form.ts'
import { askLeave, endLeave } from '#app/features/enrolment/leave-of-absence.server.ts'
import { reasonField } from '#app/features/enrolment/reason-field.ts'
import { askTransfer, takeWishBack } from '#app/features/enrolment/transfer.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['leave', 'return']) }),
  z.object({ intent: z.enum(['join', 'accept', 'decline']), cohort: z.uuid() }),
  z.object({ intent: z.literal('ask-leave'), cohort: z.uuid(), ...leaveFields }),
  z.object({ intent: z.literal('end-leave'), leave: z.uuid() }),
  z.object({
    intent: z.literal('ask-transfer'),
    cohort: z.uuid(),
    to: z.uuid('Choose a cohort.'),
    reason: reasonField,
  }),
  z.object({ intent: z.literal('take-wish-back'), cohort: z.uuid() }),
])

/** `to`: where to go on, where that is not this page. */
type Changed = { done: string; to?: string } | { fault: FormFault }

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeEnrolment(actor: Actor, course: string, request: Request, now: Date): Promise<Changed> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const answer = await act(actor, course, sent.value, now)
  if ('refused' in answer) return { fault: faultIn(answer.field ?? '', answer.refused, sent.typed) }
  return answer
}

async function act(
  actor: Actor,
  course: string,
  wish: z.output<typeof form>,
  now: Date,
): Promise<{ done: string; to?: string } | { refused: string; field?: string }> {
  switch (wish.intent) {
    case 'leave': {
      const left = await leaveCourse(actor, course, now)
      return 'refused' in left ? left : { done: 'You have left the course. You may come back.' }
    }
    case 'return': {
      const back = await comeBack(actor, course, now)
      return 'refused' in back ? back : { done: 'Welcome back to the course.' }
    }
    case 'decline':
      await declinePlace(actor, wish.cohort, now)
      return { done: 'You are not on the list of this cohort any more.' }
    case 'ask-leave': {
      const { cohort: cohortId, from, until, reason } = wish
      const asked = await askLeave(actor, { cohortId, from, until, reason }, now)
      if ('fault' in asked) return { refused: asked.fault.message, field: asked.fault.field }
      return { done: 'Your training leads have been told. You hear from us when they have decided.' }
    }
    case 'end-leave':
      await endLeave(actor, wish.leave, now)
      return { done: 'The leave is ended.' }
    case 'ask-transfer': {
      const { cohort: cohortId, to: toCohortId, reason } = wish
      const asked = await askTransfer(actor, { cohortId, toCohortId, reason }, now)
      return 'refused' in asked
        ? asked
        : { done: 'Your training leads have been told. They move you, or tell you why not.' }
    }
    case 'take-wish-back':
      await takeWishBack(actor, wish.cohort, now)
      return { done: 'Taken back. You stay where you are.' }
    case 'join':
      return told(await joinCohort(actor, wish.cohort, now), actor)
    case 'accept':
      return told(await acceptPlace(actor, wish.cohort, now), actor)
  }
}

function told(joined: Joined, { timeZone }: Actor) {
  if ('refused' in joined) return joined
  if ('waiting' in joined) return { done: 'You are on the waiting list. You are told when a place is free.' }
  if ('joined' in joined) return { done: 'You are in the cohort.' }
  const { slug, until } = joined.pay
  return {
    done: `The place is kept for you until ${momentWords(until, timeZone)}. It is yours as soon as the course is bought.`,
    to: `/courses/${slug}`,
  }
}
