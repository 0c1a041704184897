import { z } from 'zod'
import { addDays } from '#app/domain/portfolio/days.ts'
import type { Day, SupervisionBody } from '#app/domain/portfolio/entry.ts'
import { listField } from '#app/http/form.server.ts'
import { dayField, seenVersionField, textField, wholeNumberField } from './entry-fields.server.ts'
import type { InitialFields } from './typed-fields.ts'

const MAX_TAKEN_AWAY = 4_000

export const supervisionForm = z.object({
  on: dayField,
  startsAt: z.string('Choose a time.').regex(/^([01]\d|2[0-3]):[0-5]\d(:\d\d)?$/, 'Choose a time.'),
  minutes: wholeNumberField('Minutes as a whole number.'),
  mode: z.enum(['individual', 'group'], 'Choose whether you were alone with your supervisor.'),
  /** Hidden for one supervisee: whatever stands in it then is of no matter. */
  supervisees: z.string().trim().default(''),
  caseIds: listField(z.string()),
  supervisorId: z.string('Choose a supervisor.').min(1, 'Choose a supervisor.'),
  takenAway: textField('Write in a sentence or two what you take away.', MAX_TAKEN_AWAY),
  seenVersion: seenVersionField,
})

export type SentSupervision = z.output<typeof supervisionForm>

/** @returns what was sent as it is kept; a group whose number cannot be read has none. */
export function supervisionBody(
  { seenVersion: _, startsAt, mode, supervisees, ...said }: SentSupervision,
  timeZone: string,
): SupervisionBody {
  const inGroup = /^\d{1,3}$/.test(supervisees) ? Number(supervisees) : 0
  return {
    ...said,
    startsAt: startsAt.slice(0, 5),
    timeZone,
    mode,
    supervisees: mode === 'individual' ? 1 : inGroup,
  }
}

export const fieldsOfSupervision = (body: SupervisionBody): InitialFields => ({
  ...body,
  minutes: `${body.minutes}`,
  supervisees: body.mode === 'group' ? `${body.supervisees}` : '',
})

const USUAL_MINUTES = '60'

/** What a new session begins with: today, with the supervisor of the last. */
export const blankSupervision = (today: Day, last: SupervisionBody | undefined): InitialFields => ({
  on: today,
  startsAt: '',
  minutes: USUAL_MINUTES,
  mode: last?.mode ?? 'individual',
  supervisees: last?.mode === 'group' ? `${last.supervisees}` : '',
  caseIds: [],
  supervisorId: last?.supervisorId ?? '',
  takenAway: '',
})

/** The last session once more, a week later or, where that lies ahead, today; what was taken away is new each time. */
export function repeated(last: SupervisionBody, today: Day): InitialFields {
  const weekLater = addDays(last.on, 7)
  return { ...fieldsOfSupervision(last), on: weekLater <= today ? weekLater : today, takenAway: '' }
}
