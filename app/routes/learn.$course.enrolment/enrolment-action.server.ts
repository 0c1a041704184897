import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { comeBack, leaveCourse } from '#app/features/enrolment/leave-course.server.ts'
import { type FormFault, faultIn, parseForm } from '#app/http/form.server.ts'

const form = z.object({ intent: z.enum(['leave', 'return']) })

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeEnrolment(
  actor: Actor,
  course: string,
  request: Request,
  now: Date,
): Promise<{ done: string } | { fault: FormFault }> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const { intent } = sent.value
  const answer = intent === 'leave' ? await leaveCourse(actor, course, now) : await comeBack(actor, course, now)
  if ('refused' in answer) return { fault: faultIn('', answer.refused, sent.typed) }
  return { done: intent === 'leave' ? 'You have left the course. You may come back.' : 'Welcome back to the course.' }
}
