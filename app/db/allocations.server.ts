import { randomBytes } from 'node:crypto'
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import type { AllocationPurpose } from '#app/domain/marking.ts'
import type { Db } from './client.server.ts'

/** 80 bits: a code that nobody guesses and that tells nothing of whose script it is, or when it came. */
const CODE_BYTES = 10

export const newScriptCode = (): string => encodeBase32UpperCaseNoPadding(randomBytes(CODE_BYTES))

type NewAllocation = {
  attemptId: string
  vignetteId: string
  cohortId?: string | null
  purpose?: AllocationPurpose
  /** Absent: whoever takes it. */
  markerId?: string
  allocatedById?: string
}

/** Puts a submitted attempt before the markers, under a code of its own. */
export async function createAllocation(tx: Db, allocation: NewAllocation): Promise<{ id: string; code: string }> {
  return tx.allocation.create({ data: { ...allocation, code: newScriptCode() }, select: { id: true, code: true } })
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
