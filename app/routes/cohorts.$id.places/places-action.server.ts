import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { inviteToCohort, putOnList, setPlaces, takeOffList } from '#app/features/enrolment/manage-places.server.ts'
import { emailField, nameField, professionField } from '#app/features/people/account-fields.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'

const MOST_PLACES = 1000
const MOST_HOURS = 24 * 30

const optional = <Field extends z.ZodType>(field: Field) => z.union([z.literal('').transform(() => null), field])

const whole = (most: number, words: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, words)

const day = optional(z.iso.date('Choose a day.'))

const settingsFields = z.object({
  intent: z.literal('set'),
  places: optional(whole(MOST_PLACES, `Enter a whole number from 1 to ${MOST_PLACES}, or nothing.`)),
  joinFrom: day,
  joinUntil: day,
  offerHours: whole(MOST_HOURS, `Enter whole hours from 1 to ${MOST_HOURS}.`),
})

const form = z.discriminatedUnion('intent', [
  settingsFields,
  z.object({ intent: z.literal('put-on'), email: emailField }),
  z.object({ intent: z.literal('invite'), email: emailField, name: nameField, profession: professionField }),
  z.object({ intent: z.literal('take-off'), userId: z.uuid() }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changePlaces(actor: Actor, cohortId: string, request: Request, now: Date): Promise<FormAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const wish = sent.value
  switch (wish.intent) {
    case 'set': {
      const { intent: _, ...settings } = wish
      const why = whyNoDays(settings)
      if (why) return { fault: faultIn(why.field, why.message, sent.typed) }
      await setPlaces(actor, cohortId, settings, now)
      return { done: 'Saved. Whoever waits has been offered what is free.' }
    }
    case 'put-on': {
      const put = await putOnList(actor, cohortId, wish.email, now)
      if ('refused' in put) return { fault: faultIn('email', put.refused, sent.typed) }
      return { done: 'They are on the list. Where a place was free, it has been offered to them.' }
    }
    case 'invite': {
      const { intent: _, ...invited } = wish
      const answer = await inviteToCohort(actor, cohortId, invited, now)
      if ('refused' in answer) return { fault: faultIn('email', answer.refused, sent.typed) }
      return { done: 'Invited. They get a mail with a link to choose a password, and find the place there.' }
    }
    case 'take-off':
      await takeOffList(actor, cohortId, wish.userId, now)
      return { done: 'Taken off the list.' }
  }
}

function whyNoDays({ joinFrom, joinUntil }: { joinFrom: string | null; joinUntil: string | null }) {
  if (joinUntil && !joinFrom) return { field: 'joinFrom', message: 'Say from which day on it can be joined.' }
  if (joinUntil && joinFrom && joinUntil < joinFrom)
    return { field: 'joinUntil', message: 'The last day lies before the first.' }
  return undefined
}
