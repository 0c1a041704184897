import { can } from '#app/auth/policy.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findFile, type StoredFile } from '#app/db/stored-files.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { openStoredFile } from '#app/integrations/storage.server.ts'

/**
 * Opens an uploaded file for its owner, or for whoever checks trainings, and writes down that it was.
 * @throws 404 for everybody else, as for a file that never was.
 */
export async function openFile(
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ file: StoredFile; content: ReadableStream<Uint8Array> }> {
  const file = await findFile(id, can(actor, 'trainings.check') ? undefined : actor.id)
  const content = file && (await openStoredFile(file.key))
  if (!content) throw new Response('There is no such file.', { status: 404 })
  const details = { isOwner: file.ownerId === actor.id }
  const object = { kind: 'stored-file', id }
  await transact((tx) => recordAudit(tx, { actor, action: 'stored-file.downloaded', object, details, at: now }))
  return { file, content }
}
