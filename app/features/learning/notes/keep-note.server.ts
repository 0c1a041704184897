import { db, transact } from '#app/db/client.server.ts'
import { type DraftKey, deleteDraft, findDraft } from '#app/db/drafts.server.ts'
import {
  deleteStudyNote,
  findStudyNote,
  holdStudyNote,
  type OwnNote,
  writeStudyNote,
} from '#app/db/study-notes.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson, type Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { type FormFault, faultIn } from '#app/http/form.server.ts'
import { isBlank, plainDocument } from '#app/rich-text/document.ts'
import { checkDocument, parseDocument } from '#app/rich-text/parse-document.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { draftOfNote, type NoteDraft } from './note-draft.ts'

export type SentNote = {
  /** Of the draft that the page was on. */
  draftVersion: number
  /** Of the note that it was opened with. */
  seenVersion: number
  text: string
  typed: FormFault['values']
}

export type RefusedNote = {
  fault: ScreenFault
  typed: NoteDraft
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<NoteDraft>
}

const MEANWHILE = 'Another version of this was saved meanwhile. Read both first.'

export const noteDraftKey = (ownerId: string, id: string): DraftKey => ({ ownerId, kind: 'note', subjectId: id })

/** A saved draft as the page may show it: whatever an open page sent is no more than that until it is read here. */
export function noteIn(saved: SavedDraft | null): SavedDraft<NoteDraft> | null {
  const note = checkDocument((saved?.body as Record<string, unknown> | undefined)?.note)
  return saved && note ? { ...saved, body: { note } } : null
}

/** A note of the actor's own. Throws 404 for anybody else's. */
export async function requireOwnNote(actor: Pick<Actor, 'id'>, id: string): Promise<OwnNote> {
  const own = await findStudyNote(actor.id, id)
  if (!own) throw new Response('There is no such note.', { status: 404 })
  return own
}

/**
 * Keeps what was written on marked words, and with it the draft is gone. Nothing written leaves the words marked.
 * @returns the note, or why it is not kept. Throws 404 for one that is not the actor's.
 */
export async function keepNote(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  id: string,
  sent: SentNote,
  now: Date,
): Promise<{ kept: OwnNote } | { refused: RefusedNote }> {
  const own = await requireOwnNote(actor, id)
  const read = parseDocument(sent.text)
  const note = (read.fault === undefined ? read.document : read.readable) ?? plainDocument('')
  const refuse = (fault: ScreenFault, newer?: SavedDraft<NoteDraft> | null) => ({
    refused: { fault, typed: { note }, ...(newer && { newer }) },
  })
  if (read.fault !== undefined) return refuse(faultIn('note', read.fault, sent.typed))
  const newer = newerThan(own, noteIn(await findDraft(db(), noteDraftKey(actor.id, id))), { ...sent, note })
  if (newer) return refuse(faultIn('', MEANWHILE, sent.typed), newer)
  const screened = screenFields(
    { note: { label: 'Your note', text: note } },
    { typed: sent.typed, today: todayIn(actor.timeZone, now), confirmed: own.confirmed },
  )
  if (!screened.clean) return refuse(screened.fault)
  const isKept = await transact(async (tx) => {
    const held = await holdStudyNote(tx, actor.id, id)
    if (held?.version !== own.version) return false
    await writeStudyNote(tx, id, {
      note: isBlank(note) ? null : (note as unknown as Json),
      confirmed: screened.confirmed,
      now,
    })
    await deleteDraft(tx, noteDraftKey(actor.id, id))
    return true
  })
  return isKept
    ? { kept: own }
    : refuse(faultIn('', MEANWHILE, sent.typed), savedAs(await requireOwnNote(actor, id), sent))
}

/** What was saved from elsewhere since the page was opened and says something else: a draft, or the note itself. */
function newerThan(
  own: OwnNote,
  draft: SavedDraft<NoteDraft> | null,
  { draftVersion, seenVersion, note }: Pick<SentNote, 'draftVersion' | 'seenVersion'> & NoteDraft,
): SavedDraft<NoteDraft> | null {
  if (draft && draft.version !== draftVersion && !isSameJson(draft.body, { note })) return draft
  const kept = savedAs(own, { draftVersion })
  return own.version !== seenVersion && !isSameJson(kept.body, { note }) ? kept : null
}

/** The note that was kept, in the form in which a page compares two texts. */
const savedAs = (own: OwnNote, { draftVersion }: Pick<SentNote, 'draftVersion'>): SavedDraft<NoteDraft> => ({
  version: draftVersion,
  body: draftOfNote(own.note),
  savedAt: own.changedAt ?? own.madeAt,
  writer: '',
  revision: 0,
})

/** Takes the mark away with all that was written on it. Throws 404 for one that is not the actor's. */
export async function deleteNote(actor: Pick<Actor, 'id'>, id: string): Promise<void> {
  const isDeleted = await transact(async (tx) => {
    await deleteDraft(tx, noteDraftKey(actor.id, id))
    return deleteStudyNote(tx, actor.id, id)
  })
  if (!isDeleted) throw new Response('There is no such note.', { status: 404 })
}
