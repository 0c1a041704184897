import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { takeOffCourse, takeUpAgain } from '#app/features/enrolment/leave-course.server.ts'
import { reasonField } from '#app/features/enrolment/reason-field.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take-off'), userId: z.uuid(), reason: reasonField }),
  z.object({ intent: z.literal('take-up'), userId: z.uuid() }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changePerson(
  actor: Actor,
  cohortId: string,
  request: Request,
  now: Date,
): Promise<{ done: string } | { fault: FormFault }> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const wish = sent.value
  const answer =
    wish.intent === 'take-off'
      ? await takeOffCourse(actor, { cohortId, userId: wish.userId, reason: wish.reason }, now)
      : await takeUpAgain(actor, { cohortId, userId: wish.userId }, now)
  if ('refused' in answer) return { fault: faultIn('', answer.refused, sent.typed) }
  return {
    done:
      wish.intent === 'take-off'
        ? 'Taken off the course. They have been told, with the reason.'
        : 'Taken up again. They have been told. Add them to the cohort if they should be in it.',
  }
}
