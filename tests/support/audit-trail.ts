import { readFileSync, rmSync } from 'node:fs'
import { expect } from 'vitest'
import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { type Checkpoint, readCheckpoints } from '#app/domain/audit/checkpoint.ts'
import { sealAudit } from '#app/features/audit/seal-audit.server.ts'
import { issuerSigner } from '#app/integrations/issuer-key.server.ts'
import { now } from './accounts.ts'
import { askAsOwner } from './job-queue.ts'

/** As after a first start: the issuer's key is adopted, and nothing is sealed yet. */
export async function beginTrail(): Promise<void> {
  rmSync(process.env.AUDIT_CHECKPOINTS ?? '', { force: true })
  await db().issuerKey.create({ data: { id: issuerSigner().publicKey, adoptedAt: now } })
}

/** One transaction that records something. */
export const act = (id: string, details = { amount: 1 }, action: `${string}.${string}` = 'test.acted'): Promise<void> =>
  transact((tx) => recordAudit(tx, { actor: null, action, object: { kind: 'test', id }, details, at: now }))

const UNSETTLED = `SELECT count(*)::int AS count FROM audit_entry
  WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) AND xid < pg_snapshot_xmax(pg_current_snapshot())`

/**
 * Seals everything in one run, once the horizon has passed it: a test of another file, on the same server, may hold that back for a moment,
 * and a run made then would seal a part and sign a checkpoint of that part.
 * @returns how many were sealed.
 */
export async function sealAll(): Promise<number> {
  const countUnsettled = async () => (await askAsOwner<{ count: number }>(UNSETTLED))[0]?.count
  await expect.poll(countUnsettled, { timeout: 20_000, interval: 50 }).toBe(0)
  return sealAudit(now)
}

/** What was written outside of the database. */
export const keptCheckpoints = (): Checkpoint[] =>
  readCheckpoints(readFileSync(process.env.AUDIT_CHECKPOINTS ?? '', 'utf8')).checkpoints
