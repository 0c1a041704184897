import { z } from 'zod'
import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { clipFaults } from '#app/domain/portfolio/clip-rules.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { ClipBody } from '#app/domain/portfolio/entry.ts'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import { ofKind } from './entries-of-kind.ts'
import { dayField, optionalDayField, seenVersionField, tickField, wholeNumberField } from './entry-fields.server.ts'
import { correctEntry, keepEntry } from './keep-entry.server.ts'
import { ownClip } from './view-clips.server.ts'
import { writtenDay } from './written-day.ts'

export const clipForm = z.object({
  caseId: z.uuid('Choose a case.'),
  sessionNumber: wholeNumberField('Enter the number of the session, such as 12.'),
  heldOn: dayField,
  minutes: wholeNumberField('Enter whole minutes.'),
  media: z.enum(['video', 'audio'], 'Choose video or audio.'),
  supervisorId: z.uuid('Choose a supervisor.'),
  isConsentAttested: tickField,
  consentScope: z.enum(['supervision', 'supervision-and-assessment'], 'Choose what the patient consented to.'),
  destroyBy: dayField,
  destroyedOn: optionalDayField.default(null),
  seenVersion: seenVersionField,
})

export type ClipFields = z.output<typeof clipForm>

type Kept = { id: string } | { faults: EntryFaults }

/** Keeps a reference to a recording; the recording itself stays where it is. */
export async function keepClip(
  actor: Actor,
  { caseId, seenVersion: _, ...body }: ClipFields,
  now: Date,
): Promise<Kept> {
  const supervisor = await supervisorFaults(actor, body.supervisorId)
  if (supervisor) return { faults: supervisor }
  return keepEntry(actor, { kind: 'clip', body, caseId }, checkOf(actor, body, caseId, now), now)
}

/** Corrects a clip; it stays one of its case. Throws 404 for one that is not the actor's. */
export async function correctClip(actor: Actor, id: string, fields: ClipFields, now: Date): Promise<Kept> {
  const { caseId: _, seenVersion, ...body } = fields
  const { caseId } = await ownClip(actor, id)
  const supervisor = await supervisorFaults(actor, body.supervisorId)
  if (supervisor) return { faults: supervisor }
  const check = checkOf(actor, body, caseId, now)
  const corrected = await correctEntry(actor, { id, seenVersion }, { kind: 'clip', body }, check, now)
  return 'faults' in corrected ? corrected : { id }
}

export const destroyedForm = z.object({ destroyedOn: dayField, seenVersion: seenVersionField })

/** Records that the recording is destroyed. Throws 404 for a clip that is not the actor's. */
export async function recordDestroyed(
  actor: Actor,
  id: string,
  { destroyedOn, seenVersion }: z.output<typeof destroyedForm>,
  now: Date,
): Promise<Kept> {
  const { body: present } = await ownClip(actor, id)
  const body = { ...present, destroyedOn }
  // What its case says by now is no reason against it.
  const check = () => destroyedFaults(body, actor, now)
  const recorded = await correctEntry(actor, { id, seenVersion }, { kind: 'clip', body }, check, now)
  return 'faults' in recorded ? recorded : { id }
}

function destroyedFaults(body: ClipBody, { timeZone }: Actor, now: Date): EntryFaults {
  const setting = { today: todayIn(timeZone, now), treatment: undefined, others: [], written: writtenDay }
  const { destroyedOn } = clipFaults(body, setting)
  return destroyedOn ? { destroyedOn } : {}
}

const checkOf =
  (actor: Actor, body: ClipBody, caseId: string | null, now: Date) =>
  (others: readonly PortfolioEntry[]): EntryFaults => {
    const treatment = ofKind(others, 'case').find(({ id }) => id === caseId)
    const clips = ofKind(others, 'clip').map((clip) => ({
      caseId: clip.caseId,
      sessionNumber: clip.body.sessionNumber,
    }))
    return clipFaults(body, { today: todayIn(actor.timeZone, now), treatment, others: clips, written: writtenDay })
  }

async function supervisorFaults(actor: Actor, supervisorId: string): Promise<EntryFaults | null> {
  const choices = await listSupervisorChoices(actor.id)
  return choices.some(({ id }) => id === supervisorId) ? null : { supervisorId: 'Choose a supervisor from the list.' }
}
