import { findTail, listCheckpoints, listLinks, type Tail } from '#app/db/audit-chain.server.ts'
import { listIssuerKeys } from '#app/db/issuer-keys.server.ts'
import { CHAIN_START, type Head } from '#app/domain/audit/chain.ts'
import { checkLinks, type Fault } from '#app/domain/audit/check-chain.ts'
import { type Checkpoint, isGenuine } from '#app/domain/audit/checkpoint.ts'
import { sha256 } from './seal-audit.server.ts'

const AT_ONCE = 5_000

export type AuditReport = {
  sealed: Head
  faults: Fault[]
  erased: number
  checkpoints: {
    stored: number
    kept: number
    /** Each in a sentence. */
    faults: string[]
    /** The keys that signed them, to be compared with what was written down elsewhere. What a revoked one signed, a thief may have signed. */
    keys: { id: string; isRevoked: boolean }[]
    /** How far kept checkpoints cover the chain. */
    coveredTo: number
  }
  tail: Tail
}

export const isWhole = ({ faults, checkpoints }: AuditReport): boolean =>
  faults.length === 0 && checkpoints.faults.length === 0

/**
 * Recomputes the chain over every entry, and compares it with the checkpoints of the database and with those that were kept elsewhere.
 * @param kept checkpoints from outside of the database.
 */
export async function verifyAudit(kept: readonly Checkpoint[]): Promise<AuditReport> {
  // Read first: what is sealed meanwhile is then no checkpoint without its chain.
  const stored = await listCheckpoints()
  const wanted = new Set([...stored, ...kept].map(({ position }) => position))
  const hashes = new Map<number, string>()
  const faults: Fault[] = []
  let head: Head = CHAIN_START
  let erased = 0
  for (let links = await listLinks(0, AT_ONCE); links.length > 0; links = await listLinks(head.position, AT_ONCE)) {
    const checked = checkLinks(head, links, sha256)
    for (const { seal } of links) if (wanted.has(seal.position)) hashes.set(seal.position, seal.hash)
    faults.push(...checked.faults)
    erased += checked.erased
    head = checked.head
  }
  const ours = await listIssuerKeys()
  const known = new Set(ours.map(({ id }) => id))
  const revoked = new Set(ours.filter(({ revokedAt }) => revokedAt).map(({ id }) => id))
  const checkpointFaults = [
    ...(await faultsOf(stored, 'The database’s checkpoint', { hashes, known })),
    ...(await faultsOf(kept, 'The kept checkpoint', { hashes, known })),
  ]
  return {
    sealed: { position: head.position, hash: head.hash },
    faults,
    erased,
    checkpoints: {
      stored: stored.length,
      kept: kept.length,
      faults: checkpointFaults,
      keys: [...new Set([...stored, ...kept].map(({ key }) => key))].map((id) => ({ id, isRevoked: revoked.has(id) })),
      coveredTo: Math.max(0, ...kept.map(({ position }) => position)),
    },
    tail: await findTail(),
  }
}

type Known = { hashes: ReadonlyMap<number, string>; known: ReadonlySet<string> }

async function faultsOf(checkpoints: readonly Checkpoint[], name: string, by: Known): Promise<string[]> {
  const faults: string[] = []
  for (const checkpoint of checkpoints) {
    const because = await faultOf(checkpoint, by)
    if (because) faults.push(`${name} of position ${checkpoint.position}, ${checkpoint.signedAt}: ${because}.`)
  }
  return faults
}

async function faultOf(checkpoint: Checkpoint, { hashes, known }: Known): Promise<string | null> {
  if (!(await isGenuine(checkpoint))) return 'its signature is not good, so it says nothing'
  if (!known.has(checkpoint.key)) return `it is signed with ${checkpoint.key}, which is none of our keys`
  const hash = hashes.get(checkpoint.position)
  if (hash === undefined) return 'the chain has no such position any more'
  if (hash !== checkpoint.hash) return 'the chain has another hash there: it was rewritten at this position or before'
  return null
}
