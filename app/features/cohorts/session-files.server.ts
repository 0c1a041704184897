import { randomUUID } from 'node:crypto'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import {
  deleteSessionFile,
  findSessionFile,
  insertSessionFile,
  listSessionFiles,
  type SessionFileRow,
} from '#app/db/session-files.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { openStoredFile, removeStoredFile, storeFile } from '#app/integrations/storage.server.ts'
import { findOwnSession } from './change-session.server.ts'
import type { MaterialFile } from './material-file.server.ts'

export const MAX_FILES = 20

type SessionAddress = { cohortId: string; sessionId: string }

/**
 * Adds a file to the materials of a session. It is laid down first, so that no record ever names a file that is not there, and
 * taken away again where nothing was recorded.
 * @returns why not: the session has the same file already, or as many as it can have.
 * @throws 404 for a session out of the actor's reach.
 */
export async function addSessionFile(
  actor: Actor,
  address: SessionAddress,
  file: MaterialFile,
  now: Date,
): Promise<{ isSaved: true } | { refused: string }> {
  const key = randomUUID()
  await storeFile(key, file.bytes, { now })
  let isRecorded = false
  try {
    const outcome = await transact((tx) => recordFile(tx, actor, address, { ...file, key }, now))
    isRecorded = 'isSaved' in outcome
    return outcome
  } finally {
    if (!isRecorded) await removeStoredFile(key)
  }
}

async function recordFile(
  tx: Db,
  actor: Actor,
  address: SessionAddress,
  { bytes, ...file }: MaterialFile & { key: string },
  now: Date,
): Promise<{ isSaved: true } | { refused: string }> {
  const { cohort, session } = await findOwnSession(tx, actor, address)
  const present = await listSessionFiles(tx, session.id)
  const same = present.find(({ sha256 }) => sha256 === file.sha256)
  if (same) return { refused: `This file stands there already, as ${same.name}.` }
  if (present.length >= MAX_FILES) return { refused: `A session has at most ${MAX_FILES} files.` }
  const row = { ...file, sessionId: session.id, bytes: bytes.byteLength, uploadedById: actor.id }
  const fileId = await insertSessionFile(tx, row, now)
  await recordAudit(tx, {
    actor,
    action: 'session.file-added',
    object: { kind: 'cohort', id: cohort.id },
    details: { sessionId: session.id, fileId, mediaType: file.mediaType, bytes: row.bytes, sha256: file.sha256 },
    at: now,
  })
  return { isSaved: true }
}

/**
 * Takes a file away: the record first, its content after the commit. A second time changes nothing.
 * @throws 404 for a session out of the actor's reach.
 */
export async function removeSessionFile(actor: Actor, address: SessionAddress, fileId: string, now: Date) {
  const key = await transact(async (tx) => {
    const { cohort, session } = await findOwnSession(tx, actor, address)
    const file = (await listSessionFiles(tx, session.id)).find(({ id }) => id === fileId)
    if (!file) return null
    await deleteSessionFile(tx, file.id)
    await recordAudit(tx, {
      actor,
      action: 'session.file-removed',
      object: { kind: 'cohort', id: cohort.id },
      details: { sessionId: session.id, fileId, sha256: file.sha256 },
      at: now,
    })
    return file.key
  })
  if (key) await removeStoredFile(key)
}

/**
 * Opens a file of a session for the people of its cohort, for whoever was there as a guest, and for administrators.
 * @throws 404 for everybody else, as for a file that never was.
 */
export async function openSessionFile(
  actor: Actor,
  address: SessionAddress & { fileId: string },
): Promise<{ file: SessionFileRow; content: ReadableStream<Uint8Array> }> {
  const file = await findSessionFile(actor, address)
  const content = file && (await openStoredFile(file.key))
  if (!content) throw new Response('There is no such file.', { status: 404 })
  return { file, content }
}
