import { type ArchiveContents, archiveContentsSchema, archiveSchema } from '#app/domain/credential/archive.ts'
import { isSignedBy } from '#app/domain/credential/signed-by.ts'
import type { Sources } from '../signing/verify-badge.ts'

export type ReadArchive = { contents: ArchiveContents; signedBy: string }

/**
 * Reads an archive, in a browser as well as here.
 * @throws an Error in a sentence, for what is no archive and for one that was changed since it was signed.
 */
export async function readArchive(given: unknown): Promise<ReadArchive> {
  const { data: archive } = archiveSchema.safeParse(given)
  if (!archive) throw new Error('This is not an archive of credentials.')
  const { key, value } = archive.signature
  if (!(await isSignedBy(key, value, archive.contents)))
    throw new Error('This archive was changed since it was signed: it says nothing.')
  const { data: contents } = archiveContentsSchema.safeParse(archive.contents)
  const known = contents?.keys.find(({ id }) => id === key)
  if (!contents || !known) throw new Error('This archive is not in order: the key that signed it is not in it.')
  if (known.revokedAt) throw new Error('This archive was signed with a key that is revoked.')
  return { contents, signedBy: key }
}

/** What a verifier knows who has this archive and nothing else. */
export function sourcesOf({ issuers, keys, statusLists }: ArchiveContents, now: Date): Sources {
  return {
    now,
    acceptEndedLists: true,
    statusList: (address) => statusLists.find(({ id }) => id === address),
    knownIssuer: (did) => {
      const issuer = issuers.find(({ document }) => document.id === did)
      return issuer && { ...issuer, keys, isOurs: true }
    },
  }
}
