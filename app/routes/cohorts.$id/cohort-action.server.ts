import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { instantAt } from '#app/domain/wall-clock.ts'
import { addTrainee } from '#app/features/cohorts/add-trainee.server.ts'
import { removeTrainee } from '#app/features/cohorts/remove-trainee.server.ts'
import { setDeadline } from '#app/features/cohorts/set-deadline.server.ts'
import { emailField } from '#app/features/people/account-fields.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'
import { localTimeField } from '#app/http/local-time-field.ts'

const cohortForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-trainee'), email: emailField }),
  z.object({ intent: z.literal('remove-trainee'), userId: z.uuid() }),
  z.object({ intent: z.literal('set-deadline'), vignette: z.string(), dueAt: localTimeField }),
  z.object({ intent: z.literal('clear-deadline'), vignette: z.string() }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeCohort(actor: Actor, cohortId: string, request: Request, now: Date): Promise<FormAnswer> {
  const form = await parseForm(request, cohortForm)
  if (!form.ok) return form
  const wish = form.value
  switch (wish.intent) {
    case 'add-trainee': {
      const added = await addTrainee(actor, cohortId, wish.email, now)
      return 'refused' in added ? { fault: faultIn('email', added.refused, wish) } : { done: 'Added to the cohort.' }
    }
    case 'remove-trainee':
      await removeTrainee(actor, cohortId, wish.userId, now)
      return { done: 'Removed from the cohort. Their work is untouched.' }
    case 'set-deadline':
    case 'clear-deadline': {
      const dueAt = wish.intent === 'set-deadline' ? instantAt(wish.dueAt, actor.timeZone) : null
      await setDeadline(actor, { cohortId, vignetteSlug: wish.vignette, dueAt }, now)
      return { done: dueAt ? 'The deadline is set.' : 'The deadline is gone.' }
    }
  }
}
