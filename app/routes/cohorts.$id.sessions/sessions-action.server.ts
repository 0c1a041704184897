import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import { hoursField, sessionFields } from '#app/features/cohorts/session-form.ts'
import { setLiveHours } from '#app/features/cohorts/set-live-hours.server.ts'
import { type FormAnswer, faultIn, parseForm } from '#app/http/form.server.ts'

const isTimeZone = (name: string) => Intl.supportedValuesOf('timeZone').includes(name)

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('plan'), ...sessionFields }),
  z.object({
    intent: z.literal('set-hours'),
    timeZone: z.string().refine(isTimeZone, 'Choose a time zone from the list.'),
    liveHours: z.union([z.literal('').transform(() => null), hoursField], 'Write a number of hours, such as 18.'),
  }),
])

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeSessions(actor: Actor, cohortId: string, request: Request, now: Date): Promise<FormAnswer> {
  const sent = await parseForm(request, form)
  if (!sent.ok) return sent
  const { intent, ...wish } = sent.value
  if ('liveHours' in wish) {
    const { timeZone, liveHours: liveMinutes } = wish
    await setLiveHours(actor, cohortId, { timeZone, liveMinutes }, now)
    return { done: 'Time zone and hours are saved.' }
  }
  const planned = await planSession(actor, cohortId, wish, now)
  if ('fault' in planned) return { fault: faultIn(planned.fault.field, planned.fault.message, sent.typed) }
  return { done: 'The session is planned. The trainees have been told.' }
}
