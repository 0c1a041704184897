import { createHash } from 'node:crypto'
import type { DraftKind, FormKind, SavedDraft } from '#app/domain/draft.ts'
import type { Json } from '#app/domain/json.ts'
import type { Db } from './client.server.ts'

export type DraftKey = { ownerId: string; kind: DraftKind; subjectId: string }

export type DraftToSave = DraftKey & {
  /** The version that the writer saw last; 0 when there was none. */
  baseVersion: number
  writer: string
  revision: number
  body: Json
  now: Date
}

export type DraftSaved = { saved: { version: number; savedAt: string } } | { newer: SavedDraft }

/**
 * Saves unsent work on top of the version that its writer saw. When there is a newer one from elsewhere nothing is saved and
 * the newer one comes back. A writer never conflicts with its own earlier save (the answer to which may have got lost), nor
 * with the same text from elsewhere.
 */
export async function saveDraft(tx: Db, draft: DraftToSave): Promise<DraftSaved> {
  const { ownerId, kind, subjectId, baseVersion, writer, revision, body, now } = draft
  // One statement: whoever comes second waits for the row and then sees what the first one wrote.
  const [saved] = await tx.$queryRaw<{ version: number; savedAt: Date }[]>`
    INSERT INTO draft AS d (owner_id, kind, subject_id, version, body, saved_at, writer, revision)
    VALUES (${ownerId}::uuid, ${kind}, ${subjectId}::uuid, ${baseVersion + 1}, ${JSON.stringify(body)}::jsonb, ${now},
            ${writer}, ${revision})
    ON CONFLICT (owner_id, kind, subject_id) DO UPDATE
    SET version = d.version + 1, body = EXCLUDED.body, saved_at = EXCLUDED.saved_at,
        writer = EXCLUDED.writer, revision = EXCLUDED.revision
    WHERE d.version = ${baseVersion} OR (d.writer = EXCLUDED.writer AND d.revision <= EXCLUDED.revision)
       OR d.body = EXCLUDED.body
    RETURNING version, saved_at AS "savedAt"`
  if (saved) return { saved: { version: saved.version, savedAt: saved.savedAt.toISOString() } }
  const newer = await findDraft(tx, draft)
  // It went between the two statements: what it stood under was submitted meanwhile.
  if (!newer) throw new Error('the draft is gone')
  return { newer }
}

/** The draft as it stands now. One statement. */
export async function findDraft(tx: Db, { ownerId, kind, subjectId }: DraftKey): Promise<SavedDraft | null> {
  const [row] = await tx.$queryRaw<(Omit<SavedDraft, 'savedAt'> & { savedAt: Date })[]>`
    SELECT version, body, saved_at AS "savedAt", writer, revision FROM draft
    WHERE owner_id = ${ownerId}::uuid AND kind = ${kind} AND subject_id = ${subjectId}::uuid`
  return row ? { ...row, savedAt: row.savedAt.toISOString() } : null
}

/** Removes what has been handed in, in the transaction that hands it in. */
export async function deleteDraft(tx: Db, { ownerId, kind, subjectId }: DraftKey): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM draft WHERE owner_id = ${ownerId}::uuid AND kind = ${kind} AND subject_id = ${subjectId}::uuid`
}

/** Where the draft of a form stands. Its subject is whatever its page goes by: an id, the code of a script, a name in an address. */
export const keyOfForm = (ownerId: string, form: FormKind, subject: string): DraftKey => ({
  ownerId,
  kind: form,
  subjectId: hashedId(`${form} ${subject}`),
})

/** Removes what was written into a form, in the transaction that takes the form. */
export const deleteKeptForm = (tx: Db, owner: { id: string }, form: FormKind, subject: string): Promise<void> =>
  deleteDraft(tx, keyOfForm(owner.id, form, subject))

/** An id for what has a name but no id of its own. */
export const hashedId = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** Removes every draft of a mark of one script, also that of somebody who had it before: it is marked. */
export async function deleteDraftsOfMark(tx: Db, allocationId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM draft WHERE kind = 'mark' AND subject_id = ${allocationId}::uuid`
}
