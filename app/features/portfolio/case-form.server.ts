import { z } from 'zod'
import { PROFESSIONS } from '#app/domain/people.ts'
import { readTypedDays } from '#app/domain/portfolio/days.ts'
import {
  AGE_BANDS,
  type CaseBody,
  type Day,
  DIAGNOSES,
  DIAGNOSTIC_SYSTEMS,
  MODALITIES,
} from '#app/domain/portfolio/entry.ts'
import { RHYTHMS } from '#app/domain/portfolio/session-days.ts'
import { listField } from '#app/http/form.server.ts'
import { dayField, optionalDayField, seenVersionField, tickField, wholeNumberField } from './entry-fields.server.ts'
import type { InitialFields } from './typed-fields.ts'

/** What is said of a treatment, but for its sessions. */
export const caseForm = z.object({
  modality: z.enum(MODALITIES, 'Choose how you work.'),
  ageBand: z.enum(AGE_BANDS, 'Choose an age band.'),
  diagnosis: z.enum(DIAGNOSES, 'Choose a category.'),
  diagnosticSystem: z.enum(DIAGNOSTIC_SYSTEMS, 'Choose the system.'),
  diagnosedBy: z.enum(PROFESSIONS, 'Choose who made the diagnosis.'),
  isPrimaryIntervention: tickField,
  startedOn: dayField,
  endedOn: optionalDayField,
  isEndedEarly: tickField,
  seenVersion: seenVersionField,
})

export type SentCase = z.output<typeof caseForm>

export const blankCase = (today: Day): InitialFields => ({
  modality: 'individual',
  isPrimaryIntervention: 'on',
  diagnosticSystem: 'ICD-11',
  startedOn: today,
})

export const fieldsOfCase = (body: CaseBody): InitialFields => ({
  ...body,
  sessions: [],
  endedOn: body.endedOn ?? '',
  isPrimaryIntervention: body.isPrimaryIntervention ? 'on' : '',
  isEndedEarly: body.isEndedEarly ? 'on' : '',
})

const typedDays = z
  .string()
  .max(4_000, 'That is too much for a list of days.')
  .default('')
  .transform((text, context): Day[] => {
    const read = readTypedDays(text)
    if ('days' in read) return read.days
    context.addIssue(`“${read.unread}” could not be read as a day. Write it as 9/3/2026 or 2026-03-09.`)
    return z.NEVER
  })

const sessionsForm = z.object({
  intent: z.literal('add-sessions'),
  on: dayField,
  minutes: wholeNumberField('Minutes as a whole number.'),
  rhythm: z.enum(RHYTHMS).catch('once'),
  until: optionalDayField.default(null),
  without: typedDays,
  also: typedDays,
  seenVersion: seenVersionField,
})

export type SentSessions = z.output<typeof sessionsForm>

/** What is done on the page of a case. */
export const casePageForm = z.discriminatedUnion('intent', [
  sessionsForm,
  z.object({
    intent: z.literal('take-sessions-out'),
    session: listField(z.iso.date()),
    seenVersion: seenVersionField,
  }),
  z.object({ intent: z.literal('take-out') }),
])
