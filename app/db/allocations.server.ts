import { randomBytes } from 'node:crypto'
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding'
import type { AllocationPurpose } from '#app/domain/marking.ts'
import { type DoubleMarking, doubleMarkingOf, secondMarkerNeeded } from '#app/domain/second-marker.ts'
import { seededRandom } from '#app/domain/seeded-random.ts'
import type { Db } from './client.server.ts'
import { policyOf } from './marking-policies.server.ts'

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

type SubmittedAttempt = { id: string; vignetteId: string; cohortId: string | null; number: number }

/**
 * Puts an attempt that was just handed in before its markers, by the policy of its cohort: under a code of its own, and under a
 * second one at once where two people are to mark it. Nothing of a script tells which of the two it is.
 */
export async function putBeforeMarkers(
  tx: Db,
  attempt: SubmittedAttempt,
): Promise<{ allocationId: string; doubleMarking: DoubleMarking | null }> {
  const { id: attemptId, vignetteId, cohortId, number } = attempt
  const policy = await policyOf(tx, cohortId)
  const first = await createAllocation(tx, { attemptId, vignetteId, cohortId })
  // By the random part of the id, which no marker sees: what can be worked out from the code would tell who is marked twice.
  const doubleMarking = doubleMarkingOf(policy, { number, draw: seededRandom(first.id)() })
  if (doubleMarking) await askSecondMarker(tx, attempt, doubleMarking)
  return { allocationId: first.id, doubleMarking }
}

/**
 * To be called when the first mark of an attempt is locked, with the attempt held and before a final mark is made of it: asks a
 * second marker where the first mark lies near the standard and the cohort's policy wants two of such answers.
 * @param globalAtLeast the standard in force for this attempt.
 * @returns whether somebody was asked, so that the first mark alone is not final.
 */
export async function allocateSecondIfNear(
  tx: Db,
  marked: { attemptId: string; firstMark: { globalLevel: number }; globalAtLeast: number },
): Promise<boolean> {
  const { id, ...attempt } = await tx.attempt.findUniqueOrThrow({
    where: { id: marked.attemptId },
    select: { id: true, vignetteId: true, cohortId: true, doubleMarking: true },
  })
  const policy = await policyOf(tx, attempt.cohortId)
  const reason = secondMarkerNeeded(policy, { ...marked, doubleMarking: attempt.doubleMarking })
  if (reason) await askSecondMarker(tx, { id, ...attempt }, reason)
  return reason !== null
}

async function askSecondMarker(
  tx: Db,
  { id, vignetteId, cohortId }: Omit<SubmittedAttempt, 'number'>,
  doubleMarking: DoubleMarking,
): Promise<void> {
  await createAllocation(tx, { attemptId: id, vignetteId, cohortId, purpose: 'second' })
  await tx.attempt.update({ where: { id }, data: { doubleMarking }, select: { id: true } })
}

/**
 * Holds every script of an attempt. Whoever changes both an attempt and its scripts holds the scripts first, as somebody who
 * locks a mark does: two that meet wait for each other in one order only.
 */
export async function holdScriptsOf(tx: Db, attemptId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM allocation WHERE attempt_id = ${attemptId}::uuid ORDER BY id FOR UPDATE`
}

/** Takes an attempt away from its markers, and its scripts out of every queue. What is locked stays as it is. */
export async function voidScriptsOf(tx: Db, attemptId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE allocation SET state = 'void' WHERE attempt_id = ${attemptId}::uuid AND state IN ('waiting', 'begun')`
}

export type HeldAllocation = { id: string; state: 'begun' | 'locked' | 'void' }

/**
 * The script that this marker has claimed, held until the transaction ends so that its mark is locked once. Null for an
 * unknown code, for a script that is not theirs, and for one that was allocated to them and that they have not begun.
 */
export async function holdOpenAllocation(
  tx: Db,
  { markerId, code }: { markerId: string; code: string },
): Promise<HeldAllocation | null> {
  const [held] = await tx.$queryRaw<HeldAllocation[]>`
    SELECT id, state::text AS state FROM allocation
    WHERE code = ${code} AND marker_id = ${markerId}::uuid AND state <> 'waiting' FOR UPDATE`
  return held ?? null
}
