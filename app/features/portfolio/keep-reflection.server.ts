import { randomUUID } from 'node:crypto'
import { db, transact } from '#app/db/client.server.ts'
import { type DraftKey, deleteDraft, findDraft, saveDraft } from '#app/db/drafts.server.ts'
import { listConfirmed, listEntries } from '#app/db/portfolio.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import type { FormFault } from '#app/http/form.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { codesOf } from './entries-of-kind.ts'
import { faultsBeside } from './entry-fields.server.ts'
import { correctEntry, keepEntry, takeEntryOut } from './keep-entry.server.ts'
import { ownEntry } from './own-entry.server.ts'
import { bodyOf, missingIn, newerThan, readReflection, reflectionIn } from './read-reflection.server.ts'
import { REFLECTION_PROMPTS, type ReflectionDraft } from './reflection-draft.ts'

export type SentReflection = {
  /** Of the draft that the page was on. */
  draftVersion: number
  /** Of the entry that is corrected; 0 for a new one. */
  seenVersion: number
  fields: Readonly<Record<string, string>>
  typed: FormFault['values']
}

export type RefusedReflection = {
  fault: ScreenFault
  typed: ReflectionDraft
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<ReflectionDraft>
}

const MEANWHILE = 'Another version of this was saved meanwhile. Read both first.'

/** A new reflection goes by its writer, of whom each has one under way; a correction by its entry. */
export const draftKey = (ownerId: string, id: string | null): DraftKey => ({
  ownerId,
  kind: 'reflection',
  subjectId: id ?? ownerId,
})

/**
 * Keeps a reflection, or a correction of one, and with it the draft is gone.
 * @param id of the entry that is corrected; null for a new one.
 * @throws 404 for one that is not the actor's.
 */
export async function keepReflection(
  actor: Actor,
  id: string | null,
  sent: SentReflection,
  now: Date,
): Promise<{ id: string } | { refused: RefusedReflection }> {
  const entry = id === null ? null : await ownEntry(actor, 'reflection', id)
  const { draft, faults, newer } = await readSent(actor, id, sent)
  const refuse = (fault: ScreenFault) => ({ refused: { fault, typed: draft } })
  if (newer) return { refused: { fault: faultsBeside({ '': MEANWHILE }, sent.typed), typed: draft, newer } }

  const today = todayIn(actor.timeZone, now)
  const caseIds = new Set(codesOf(await listEntries(actor.id, 'case')).keys())
  const missing = { ...missingIn(draft, today, caseIds), ...faults }
  if (Object.keys(missing).length > 0) return refuse(faultsBeside(missing, sent.typed))
  const confirmed = entry ? await listConfirmed(actor.id, entry.id) : []
  const screened = screenFields(textsOf(draft), { typed: sent.typed, today, confirmed })
  if (!screened.clean) return refuse(screened.fault)

  const kept = await keep(actor, { id, seenVersion: sent.seenVersion, draft, confirmed: screened.confirmed }, now)
  return 'faults' in kept ? refuse(faultsBeside(kept.faults, sent.typed)) : kept
}

type Keeping = {
  id: string | null
  seenVersion: number
  draft: ReflectionDraft
  confirmed: Awaited<ReturnType<typeof listConfirmed>>
}

async function keep(
  actor: Actor,
  { id, seenVersion, draft, confirmed }: Keeping,
  now: Date,
): Promise<{ id: string } | { faults: EntryFaults }> {
  const key = draftKey(actor.id, id)
  const alongside = (tx: Parameters<typeof deleteDraft>[0]) => deleteDraft(tx, key)
  const writing = { kind: 'reflection', body: bodyOf(draft), confirmed, alongside } as const
  const nothingAgainst = () => ({})
  if (id === null) return keepEntry(actor, writing, nothingAgainst, now)
  const corrected = await correctEntry(actor, { id, seenVersion }, writing, nothingAgainst, now)
  if ('faults' in corrected) return corrected
  // To send what stands there already makes no version, and the draft of it is as good as sent.
  await deleteDraft(db(), key)
  return { id }
}

/**
 * Saves a reflection for later from a page without scripts, where nothing saves by itself. Half of one is fine.
 * @throws 404 for one that is not the actor's.
 */
export async function saveReflection(
  actor: Actor,
  id: string | null,
  sent: SentReflection,
  now: Date,
): Promise<RefusedReflection | null> {
  if (id !== null) await ownEntry(actor, 'reflection', id)
  const { draft, faults, newer } = await readSent(actor, id, sent)
  if (newer) return { fault: faultsBeside({ '': MEANWHILE }, sent.typed), typed: draft, newer }
  if (Object.keys(faults).length > 0) return { fault: faultsBeside(faults, sent.typed), typed: draft }
  // Every page without scripts is a writer of its own.
  const page = { baseVersion: sent.draftVersion, writer: randomUUID(), revision: 0 }
  const body = draft as unknown as Json
  await transact((tx) => saveDraft(tx, { ...draftKey(actor.id, id), ...page, body, now }))
  return null
}

/** Takes a reflection out of the portfolio. @throws 404 for one that is not the actor's. */
export async function takeReflectionOut(actor: Actor, id: string, now: Date): Promise<void> {
  await ownEntry(actor, 'reflection', id)
  await takeEntryOut(actor, id, () => ({}), now)
}

async function readSent(actor: Pick<Actor, 'id'>, id: string | null, { draftVersion, fields }: SentReflection) {
  const { draft, faults } = readReflection(fields)
  const saved = reflectionIn(await findDraft(db(), draftKey(actor.id, id)))
  return { draft, faults, newer: newerThan(saved, { draftVersion, draft }) }
}

const textsOf = (draft: ReflectionDraft) => ({
  title: { label: 'Title', text: draft.title },
  ...Object.fromEntries(REFLECTION_PROMPTS.map(({ id, label }) => [id, { label, text: draft[id] }])),
})
