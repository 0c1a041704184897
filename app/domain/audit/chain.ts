import { canonicalJson } from '#app/domain/json.ts'

/** What an audit entry says. */
export type AuditRecord = {
  id: string
  at: Date
  actorId: string | null
  action: string
  objectKind: string
  objectId: string
  details: unknown
  requestId: string | null
  /** Absent where the details were erased. */
  salt: string | null
}

/** The place of an entry in the chain. */
export type Seal = {
  /** From 1, without a gap. */
  position: number
  entryId: string
  at: Date
  action: string
  /** Of the details with their salt, so that the chain stays whole when both are erased. */
  detailsDigest: string
  /** Of all that the entry says, its details by their digest. */
  recordDigest: string
  /** Of this record and of the hash before. */
  hash: string
}

export type Head = Pick<Seal, 'position' | 'hash'>

/** SHA-256 in hex. It is handed in: the sealer hashes many thousands a second, which a browser's own function does not. */
export type Sha256 = (text: string) => string

/** Before the first entry. */
export const CHAIN_START: Head = { position: 0, hash: '0'.repeat(64) }

/**
 * Chains entries onto what is sealed already, in the order given.
 * @returns one seal for each entry.
 */
export function sealEntries(head: Head, entries: readonly AuditRecord[], sha256: Sha256): Seal[] {
  let last = head
  return entries.map((entry) => {
    const detailsDigest = digestOfDetails(entry, sha256)
    const recordDigest = digestOfRecord(entry, detailsDigest, sha256)
    const hash = hashAfter(last, recordDigest, sha256)
    const seal = {
      position: last.position + 1,
      entryId: entry.id,
      at: entry.at,
      action: entry.action,
      detailsDigest,
      recordDigest,
      hash,
    }
    last = seal
    return seal
  })
}

/** The digest that stays in the chain when the details and their salt are erased: without the salt nothing can be guessed from it. */
export const digestOfDetails = ({ salt, details }: Pick<AuditRecord, 'salt' | 'details'>, sha256: Sha256): string =>
  sha256(canonicalJson({ salt, details }))

/** The digest of all that an entry says, its time to the millisecond, its details by their own digest. */
export function digestOfRecord(entry: AuditRecord, detailsDigest: string, sha256: Sha256): string {
  const { id, actorId, action, objectKind, objectId, requestId } = entry
  const at = entry.at.toISOString()
  return sha256(canonicalJson({ id, at, actorId, action, objectKind, objectId, requestId, detailsDigest }))
}

/** The head that a record makes of the one before it. The position is in it, so that none can be taken out unseen. */
export const hashAfter = ({ position, hash }: Head, recordDigest: string, sha256: Sha256): string =>
  sha256(canonicalJson({ position: position + 1, before: hash, record: recordDigest }))
