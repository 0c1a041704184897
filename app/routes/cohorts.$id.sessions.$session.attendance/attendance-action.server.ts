import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { inNumber } from '#app/domain/wording.ts'
import { addGuest } from '#app/features/cohorts/add-guest.server.ts'
import { closeCode, openCode } from '#app/features/cohorts/attendance-code.server.ts'
import { takeAttendance } from '#app/features/cohorts/take-attendance.server.ts'
import { emailField } from '#app/features/people/account-fields.server.ts'
import { type FormAnswer, type FormFault, faultIn, type ParsedForm, parseForm } from '#app/http/form.server.ts'
import { changedRows, fieldName, REST_PRESENT, restPresent } from './attendance-form.ts'

/** Of any field: the longest is what a row was drawn with. */
const FIELD_CHARACTERS = 2000

const form = z.discriminatedUnion('intent', [
  z
    .object({ intent: z.enum(['record', REST_PRESENT]) })
    .catchall(z.string().max(FIELD_CHARACTERS, 'This is too long.')),
  z.object({ intent: z.literal('add-guest'), email: emailField }),
  z.object({ intent: z.literal('open-code'), goodFor: z.enum(['10', '30', 'session'], 'Choose for how long.') }),
  z.object({ intent: z.literal('close-code') }),
])

type Address = { cohortId: string; sessionId: string }

/** The form comes back with more chosen in it, and nothing recorded. */
type Unsent = { kept: FormFault; chosen: number }

/** Does what one of the page's forms asks. @returns what to say about it, or what has to be put right. */
export async function changeAttendance(
  actor: Actor,
  address: Address,
  request: Request,
  now: Date,
): Promise<FormAnswer | Unsent> {
  const sent: ParsedForm<z.output<typeof form>> = await parseForm(request, form)
  if (!sent.ok) return sent
  const wish = sent.value
  if (wish.intent === REST_PRESENT) {
    const { values, chosen } = restPresent(sent.typed)
    return { kept: { errors: {}, values }, chosen }
  }
  if (wish.intent === 'record') return record(actor, address, sent.typed, now)
  if (wish.intent === 'add-guest') {
    const added = await addGuest(actor, address, String(wish.email), now)
    return 'refused' in added
      ? { fault: faultIn('email', added.refused, sent.typed) }
      : { done: 'Recorded as present.' }
  }
  if (wish.intent === 'close-code') {
    await closeCode(actor, address, now)
    return { done: 'The code is closed.' }
  }
  const opened = await openCode(actor, address, wish.goodFor === 'session' ? null : Number(wish.goodFor), now)
  return 'refused' in opened ? { fault: faultIn('goodFor', opened.refused, sent.typed) } : { done: 'The code is open.' }
}

async function record(actor: Actor, address: Address, typed: FormFault['values'], now: Date): Promise<FormAnswer> {
  const taken = await takeAttendance(actor, address, changedRows(typed), now)
  if ('refused' in taken) return { fault: faultIn('', taken.refused, typed) }
  if ('faults' in taken) {
    const errors = taken.faults.map(({ userId, field, message }) => [
      fieldName(field === 'minutes' ? 'hours' : 'task', userId),
      [message],
    ])
    return { fault: { errors: Object.fromEntries(errors), values: typed } }
  }
  if (taken.recorded === 0) return { done: 'Nothing was different, so nothing is recorded.' }
  return { done: inNumber(taken.recorded, { one: 'Recorded for one person.', other: 'Recorded for {n} people.' }) }
}
