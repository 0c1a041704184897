import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { type HeldAttempt, saveReleased } from '#app/db/releases.server.ts'
import { type ReleaseHold, whyHeld } from '#app/domain/release.ts'

type Released = 'released' | 'released-before' | ReleaseHold

/**
 * Gives the marks of an attempt, held by the caller, to its trainee. The mail says that there is feedback and nothing of it.
 * @param actor whoever released it, or set the time at which it is.
 * @returns what holds it, when nothing was changed.
 */
export async function releaseAttempt(
  tx: Db,
  attempt: HeldAttempt,
  { actor, now }: { actor: { id: string; requestId?: string }; now: Date },
): Promise<Released> {
  const { id, userId, vignetteId, vignetteSlug, vignetteTitle, number, facts } = attempt
  if (facts.state === 'released') return 'released-before'
  const held = whyHeld(facts, now)
  if (held) return held
  await saveReleased(tx, { id, actorId: actor.id, now })
  await recordAudit(tx, { actor, action: 'attempt.released', object: { kind: 'attempt', id }, at: now })
  const path = `/vignettes/${vignetteSlug}/attempts/${number}` as const
  await notify(tx, { userId, kind: 'feedback-released', params: { vignetteTitle, path }, now })
  await completeCourseIfDone(tx, { userId, course: { vignetteId }, now, actor })
  return 'released'
}
