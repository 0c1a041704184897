import { type Db, db } from './client.server.ts'

export type NewFile = {
  ownerId: string
  entryId: string
  key: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
  now: Date
}

export async function insertFile(tx: Db, { now, ...file }: NewFile): Promise<void> {
  await tx.storedFile.create({ data: { ...file, uploadedAt: now }, select: { id: true } })
}

export type StoredFile = { id: string; ownerId: string; key: string; mediaType: string; bytes: number; sha256: string }

const columns = { id: true, ownerId: true, key: true, mediaType: true, bytes: true, sha256: true } as const

/** A file that is still there. @param ownerId only one of this person's; anybody's where it is absent. */
export const findFile = (id: string, ownerId: string | undefined, tx: Db = db()): Promise<StoredFile | null> =>
  tx.storedFile.findFirst({ where: { id, erasedAt: null, ...(ownerId && { ownerId }) }, select: columns })

export const countFiles = (tx: Db, ownerId: string): Promise<number> =>
  tx.storedFile.count({ where: { ownerId, erasedAt: null } })

/** Of these keys those that no file has which is still there, of a person or of a live session. */
export async function keysWithoutFile(keys: readonly string[], tx: Db = db()): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT k.key FROM unnest(${[...keys]}::text[]) AS k(key)
    WHERE NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.key = k.key AND f.erased_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM session_file s WHERE s.key = k.key)`
  return rows.map(({ key }) => key)
}
