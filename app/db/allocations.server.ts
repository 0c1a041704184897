import { randomBytes } from 'node:crypto'
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import type { Db } from './client.server.ts'

/** 80 bits: a code that nobody guesses and that tells nothing of whose script it is, or when it came. */
const CODE_BYTES = 10

/** Puts a submitted attempt before the markers, under a code of its own. */
export async function createAllocation(tx: Db, attemptId: string): Promise<{ id: string; code: string }> {
  return tx.allocation.create({
    data: { attemptId, code: encodeBase32UpperCaseNoPadding(randomBytes(CODE_BYTES)) },
    select: { id: true, code: true },
  })
}

export type HeldAllocation = { id: string; attemptId: string; isLocked: boolean }

/**
 * The script that this marker has claimed, held until the transaction ends so that its mark is locked once. Null for an
 * unknown code and for a script that is not theirs.
 */
export async function holdOpenAllocation(
  tx: Db,
  { markerId, code }: { markerId: string; code: string },
): Promise<HeldAllocation | null> {
  const [held] = await tx.$queryRaw<Pick<HeldAllocation, 'id' | 'attemptId'>[]>`
    SELECT id, attempt_id AS "attemptId" FROM allocation
    WHERE code = ${code} AND marker_id = ${markerId}::uuid FOR UPDATE`
  if (!held) return null
  // Asked after the lock is held: what was locked while this waited is seen.
  const mark = await tx.mark.findUnique({ where: { allocationId: held.id }, select: { id: true } })
  return { ...held, isLocked: mark !== null }
}
