import { readFileSync, rmSync } from 'node:fs'
import { expect } from 'vitest'
import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { type Checkpoint, readCheckpoints } from '#app/domain/audit/checkpoint.ts'
import { sealAudit } from '#app/features/audit/seal-audit.server.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { now } from './accounts.ts'

/** As after a first start: the issuer's key is adopted, and nothing is sealed yet. */
export async function beginTrail(): Promise<void> {
  rmSync(process.env.AUDIT_CHECKPOINTS ?? '', { force: true })
  await db().issuerKey.create({ data: { id: issuerSigner().publicKey, adoptedAt: now } })
}

/** One transaction that records something. */
export const act = (id: string, details = { amount: 1 }, action: `${string}.${string}` = 'test.acted'): Promise<void> =>
  transact((tx) => recordAudit(tx, { actor: null, action, object: { kind: 'test', id }, details, at: now }))

/**
 * Seals until nothing is left. A test of another file may hold the horizon back for a moment: it runs on the same server.
 * @returns how many were sealed.
 */
export async function sealAll(): Promise<number> {
  const entries = await db().auditEntry.count()
  let sealed = 0
  await expect
    .poll(
      async () => {
        sealed += await sealAudit(now)
        return db().auditSeal.count()
      },
      { timeout: 20_000, interval: 50 },
    )
    .toBeGreaterThanOrEqual(entries)
  return sealed
}

/** What was written outside of the database. */
export const keptCheckpoints = (): Checkpoint[] =>
  readCheckpoints(readFileSync(process.env.AUDIT_CHECKPOINTS ?? '', 'utf8')).checkpoints
