import { z } from 'zod'
import { listConfirmed } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { cpdFaults } from '#app/domain/portfolio/cpd-rules.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { CPD_METHODS, type CpdBody, type Day } from '#app/domain/portfolio/entry.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { dayField, faultsBeside, hoursField, type Sent, seenVersionField, textField } from './entry-fields.server.ts'
import { correctEntry, keepEntry, takeEntryOut } from './keep-entry.server.ts'
import { ownEntry } from './own-entry.server.ts'
import type { InitialFields } from './typed-fields.ts'

export const cpdForm = z.object({
  on: dayField,
  method: z.enum(CPD_METHODS, 'Choose a method.'),
  topic: textField('Say what it was about.', 200),
  hours: hoursField('Hours as a number, such as 1.5.'),
  participatoryHours: hoursField('Hours as a number; 0 for none.'),
  reflection: textField('Write what changes in your practice.', 4_000),
  seenVersion: seenVersionField,
})

type SentCpd = Sent<z.output<typeof cpdForm>>

export const blankCpd = (today: Day): InitialFields => ({ on: today, hours: '', participatoryHours: '0' })

export const fieldsOfCpd = (body: CpdBody): InitialFields => ({
  ...body,
  hours: `${body.hours}`,
  participatoryHours: `${body.participatoryHours}`,
})

/** Keeps an entry of continuing professional development. */
export async function keepCpd(actor: Actor, sent: SentCpd, now: Date): Promise<{ id: string } | { fault: FormFault }> {
  const screened = screen(actor, sent, now)
  if (!screened.clean) return { fault: screened.fault }
  const { seenVersion: _, ...body } = sent.value
  const check = () => cpdFaults(body, todayIn(actor.timeZone, now))
  const kept = await keepEntry(actor, { kind: 'cpd', body, confirmed: screened.confirmed }, check, now)
  return 'faults' in kept ? { fault: faultsBeside(kept.faults, sent.typed) } : kept
}

/** Corrects one. @throws 404 for one that is not the actor's. */
export async function correctCpd(
  actor: Actor,
  id: string,
  sent: SentCpd,
  now: Date,
): Promise<{ version: number } | { fault: FormFault }> {
  await ownEntry(actor, 'cpd', id)
  const screened = screen(actor, sent, now, await listConfirmed(actor.id, id))
  if (!screened.clean) return { fault: screened.fault }
  const { seenVersion, ...body } = sent.value
  const check = () => cpdFaults(body, todayIn(actor.timeZone, now))
  const writing = { kind: 'cpd', body, confirmed: screened.confirmed } as const
  const corrected = await correctEntry(actor, { id, seenVersion }, writing, check, now)
  return 'faults' in corrected ? { fault: faultsBeside(corrected.faults, sent.typed) } : corrected
}

/** Takes one out of the portfolio. @throws 404 for one that is not the actor's. */
export async function takeCpdOut(actor: Actor, id: string, now: Date): Promise<void> {
  await ownEntry(actor, 'cpd', id)
  await takeEntryOut(actor, id, () => ({}), now)
}

const screen = (
  { timeZone }: Actor,
  { value, typed }: SentCpd,
  now: Date,
  confirmed: Awaited<ReturnType<typeof listConfirmed>> = [],
) =>
  screenFields(
    {
      topic: { label: 'Topic', text: value.topic },
      reflection: { label: 'What changes in your practice', text: value.reflection },
    },
    { typed, today: todayIn(timeZone, now), confirmed },
  )
