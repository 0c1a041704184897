import type { AttemptState } from '#app/domain/attempts.ts'
import type { AllocationPurpose } from '#app/domain/marking.ts'
import type { Db } from './client.server.ts'
import type { LockedMark } from './marks.server.ts'

export type HeldScript = {
  id: string
  purpose: AllocationPurpose
  isLocked: boolean
  /** The script was taken back, or its attempt was withdrawn. */
  isVoid: boolean
  vignetteId: string
  /** Present where the script is a gold one. */
  benchmarkVersionId: string | null
  attempt: MarkedAttempt | null
}

export type MarkedAttempt = { id: string; state: AttemptState; cohortId: string | null; vignetteId: string }

type AllocationRow = Omit<HeldScript, 'attempt' | 'isLocked'> & { attemptId: string | null; isLocked: boolean }

/**
 * A script that a marker has begun, with its attempt, held until the transaction ends: the allocation first and then the attempt, in the order of
 * everybody who holds both. What two markers of one attempt do is done one after the other from here on.
 */
export async function holdScriptWithAttempt(
  tx: Db,
  { markerId, code }: { markerId: string; code: string },
): Promise<HeldScript | null> {
  const [held] = await tx.$queryRaw<AllocationRow[]>`
    SELECT id, purpose::text AS purpose, state = 'locked' AS "isLocked", state = 'void' AS "isVoid", attempt_id AS "attemptId",
           vignette_id AS "vignetteId", benchmark_version_id AS "benchmarkVersionId"
    FROM allocation WHERE code = ${code} AND marker_id = ${markerId}::uuid AND state <> 'waiting' FOR UPDATE`
  if (!held) return null
  const { attemptId, ...script } = held
  return { ...script, attempt: attemptId ? await holdMarkedAttempt(tx, attemptId) : null }
}

/** An attempt, held until the transaction ends; `null` for an unknown id. */
async function holdMarkedAttempt(tx: Db, attemptId: string): Promise<MarkedAttempt | null> {
  const [attempt] = await tx.$queryRaw<MarkedAttempt[]>`
    SELECT id, state::text AS state, cohort_id AS "cohortId", vignette_id AS "vignetteId"
    FROM attempt WHERE id = ${attemptId}::uuid FOR UPDATE`
  return attempt ?? null
}

/** A mark as it is compared with another. */
export type ComparedMark = LockedMark & { id: string; markerId: string; rubricVersionId: string }

export type Pair = {
  first: ComparedMark | null
  second: ComparedMark | null
  /** Whether anybody was asked for the second mark. */
  isDouble: boolean
}

type PairRow = { purpose: 'first' | 'second'; mark: ComparedMark | null }

/** The two marks of an attempt as far as they are locked. The caller holds the attempt. */
export async function readPair(tx: Db, attemptId: string): Promise<Pair> {
  const rows = await tx.$queryRaw<PairRow[]>`
    SELECT al.purpose::text AS purpose,
           CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object(
             'id', m.id, 'markerId', m.marker_id, 'rubricVersionId', m.rubric_version_id, 'ratings', m.ratings,
             'globalLevel', m.global_level, 'comment', m.comment, 'criticalErrors', m.critical_errors,
             'hasPassed', m.has_passed) END AS mark
    FROM allocation al LEFT JOIN mark m ON m.allocation_id = al.id
    WHERE al.attempt_id = ${attemptId}::uuid AND al.purpose IN ('first', 'second') AND al.state <> 'void'`
  const of = (purpose: PairRow['purpose']) => rows.find((row) => row.purpose === purpose)?.mark ?? null
  return { first: of('first'), second: of('second'), isDouble: rows.length === 2 }
}

/** Opens the talk of an attempt's two markers, or ends it. The caller holds the attempt. */
export async function saveTalk(tx: Db, attemptId: string, openedAt: Date | null): Promise<void> {
  await tx.attempt.update({ where: { id: attemptId }, data: { talkOpenedAt: openedAt }, select: { id: true } })
}
