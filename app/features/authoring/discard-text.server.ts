import { db } from '#app/db/client.server.ts'
import { findContentFile } from '#app/db/content-file-reading.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { noSuchFile } from './source-file.server.ts'

/** Throws away what the actor has under way in a file. @throws 404 for a file that the content does not have. */
export async function discardText({ id }: Pick<Actor, 'id'>, name: string): Promise<void> {
  const file = await findContentFile(name)
  if (!file) throw noSuchFile()
  await deleteDraft(db(), { ownerId: id, kind: 'source', subjectId: file.id })
}
