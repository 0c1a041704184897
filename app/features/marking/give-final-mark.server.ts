import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { insertFinalMark } from '#app/db/final-marks.server.ts'
import { type MarkedAttempt, saveTalk } from '#app/db/locking.server.ts'
import type { LockedMark } from '#app/db/marks.server.ts'
import type { FinalMarkKind } from '#app/domain/marking.ts'
import type { Actor } from '#app/domain/people.ts'

type Final = {
  attempt: MarkedAttempt
  actor: Actor
  kind: FinalMarkKind
  mark: LockedMark
  rubricVersionId: string
  markIds: string[]
  because: string[]
  now: Date
}

/** Gives an attempt its final mark, which ends a talk about it, and puts that into the record. The caller holds the attempt. */
export async function giveFinalMark(tx: Db, { attempt, actor, ...final }: Final): Promise<void> {
  const { kind, mark, now } = final
  const decidedById = kind === 'agreed_automatically' ? null : actor.id
  await insertFinalMark(tx, { ...final, attemptId: attempt.id, decidedById })
  await saveTalk(tx, attempt.id, null)
  await recordAudit(tx, {
    actor,
    action: 'attempt.marked',
    object: { kind: 'attempt', id: attempt.id },
    details: { kind, globalLevel: mark.globalLevel, hasPassed: mark.hasPassed },
    at: now,
  })
}
