import { allocateSecondIfNear, createAllocation } from '#app/db/allocations.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { type ComparedMark, type MarkedAttempt, type Pair, readPair, saveTalk } from '#app/db/locking.server.ts'
import { policyOf } from '#app/db/marking-policies.server.ts'
import type { LockedMark } from '#app/db/marks.server.ts'
import { compareMarks, finalAfterAdjudication } from '#app/domain/double-marking.ts'
import type { AllocationPurpose, FinalMarkKind } from '#app/domain/marking.ts'
import type { Actor } from '#app/domain/people.ts'
import type { MarkedRubric } from '#app/domain/rubric.ts'
import { giveFinalMark } from './give-final-mark.server.ts'
import { tellOtherMarker } from './tell-other-marker.server.ts'

/** Where an attempt stands once a mark of it was locked. `waits`: for another mark. */
export type Standing = 'waits' | 'final' | 'talk' | 'adjudication'

export type JustLocked = {
  actor: Actor
  attempt: MarkedAttempt
  purpose: Exclude<AllocationPurpose, 'gold'>
  /** With the standard that is in force. */
  rubric: MarkedRubric
  rubricVersionId: string
  mark: LockedMark
  markId: string
  now: Date
}

/**
 * What follows for an attempt whose mark was locked a moment ago in this transaction: a final mark, a talk between its two markers, a
 * third marker, or nothing yet. The caller holds the attempt, so that of two markers who lock at the same instant the second
 * sees what the first did.
 */
export async function settleAttempt(tx: Db, locked: JustLocked): Promise<Standing> {
  if (locked.purpose === 'again')
    return makeFinal(tx, locked, {
      kind: 'again',
      because: ['The answer was marked again by somebody who had no part in its first marking.'],
    })
  const pair = await readPair(tx, locked.attempt.id)
  if (locked.purpose === 'adjudication') return settleAdjudicated(tx, locked, pair)
  if (pair.first && pair.second) return settleDouble(tx, locked, pair.first, pair.second)
  return pair.isDouble || (await isSecondAsked(tx, locked))
    ? 'waits'
    : makeFinal(tx, locked, { kind: 'single', because: ['One marker marked this script.'] })
}

/** A first mark near the standard may call for a second one. */
const isSecondAsked = async (tx: Db, { purpose, attempt, mark, rubric }: JustLocked): Promise<boolean> =>
  purpose === 'first' &&
  allocateSecondIfNear(tx, { attemptId: attempt.id, firstMark: mark, globalAtLeast: rubric.pass.globalAtLeast })

async function settleDouble(tx: Db, locked: JustLocked, first: ComparedMark, second: ComparedMark): Promise<Standing> {
  const { attempt, rubric, now, actor } = locked
  const { outcome } = compareMarks(rubric, await policyOf(tx, attempt.cohortId), first, second)
  if (outcome.kind === 'agreed') {
    const mark = { ...outcome.mark, hasPassed: outcome.hasPassed }
    const markIds = [first.id, second.id]
    return makeFinal(tx, locked, {
      kind: 'agreed_automatically',
      mark,
      markIds,
      because: outcome.because,
    })
  }
  if (outcome.kind === 'adjudication') return askThirdMarker(tx, { attempt, actor, by: 'policy', now })
  await saveTalk(tx, attempt.id, now)
  await recordAudit(tx, { actor, action: 'talk.opened', object: objectOf(attempt), at: now })
  await tellOtherMarker(tx, { kind: 'talk-opened', attemptId: attempt.id, actor, now })
  return 'talk'
}

async function settleAdjudicated(tx: Db, locked: JustLocked, { first, second }: Pair): Promise<Standing> {
  if (!first || !second) throw new Error('an adjudication without two marks')
  const { because } = finalAfterAdjudication(locked.rubric, [first, second], locked.mark)
  return makeFinal(tx, locked, { kind: 'adjudicated', markIds: [first.id, second.id, locked.markId], because })
}

/** Puts an attempt before a third marker: whoever takes it and is neither of the two. The caller holds the attempt. */
export async function askThirdMarker(
  tx: Db,
  { attempt, actor, by, now }: { attempt: MarkedAttempt; actor: Actor; by: 'policy' | 'markers'; now: Date },
): Promise<'adjudication'> {
  const { id: attemptId, vignetteId, cohortId } = attempt
  await createAllocation(tx, { attemptId, vignetteId, cohortId, purpose: 'adjudication' })
  await saveTalk(tx, attemptId, null)
  await recordAudit(tx, { actor, action: 'adjudication.asked', object: objectOf(attempt), details: { by }, at: now })
  return 'adjudication'
}

type Final = { kind: FinalMarkKind; because: string[]; mark?: LockedMark; markIds?: string[] }

/** The mark just locked, where no other is given. */
async function makeFinal(tx: Db, locked: JustLocked, final: Final): Promise<'final'> {
  const { actor, attempt, rubricVersionId, mark, markId, now } = locked
  await giveFinalMark(tx, { actor, attempt, rubricVersionId, mark, markIds: [markId], now, ...final })
  return 'final'
}

const objectOf = ({ id }: MarkedAttempt) => ({ kind: 'attempt', id })
