import type { AnyKey } from '#app/domain/keyed/key.ts'
import type { PanelProvenance } from '#app/domain/provenance.ts'
import type { Db } from './client.server.ts'

export type KeyInForce = { consensusId: string; key: AnyKey; provenance: PanelProvenance; formedAt: Date }

/**
 * The key that a panel formed for this version of a vignette or a benchmark, the newest one; null while there is none and the
 * content's own is all there is. A consensus on another version counts for that version only.
 */
export async function keyInForce(tx: Db, contentVersionId: string): Promise<KeyInForce | null> {
  const [row] = await tx.$queryRaw<KeyInForce[]>`
    SELECT id AS "consensusId", key, provenance, formed_at AS "formedAt" FROM consensus
    WHERE content_version_id = ${contentVersionId}::uuid
    ORDER BY formed_at DESC, id DESC LIMIT 1`
  return row ?? null
}
