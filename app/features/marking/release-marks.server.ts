import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { holdAttemptOfScript, readUnreleased, saveReleased, type UnreleasedMark } from '#app/db/releases.server.ts'
import type { Actor } from '#app/domain/people.ts'

const MARKS_PER_PAGE = 25

/** One page, counted from 1, of the locked marks that wait for release. Those of the actor's own work are not among them. */
export async function viewUnreleased(
  actor: Actor,
  page: number,
): Promise<{ marks: UnreleasedMark[]; pages: number; total: number }> {
  const offset = (page - 1) * MARKS_PER_PAGE
  const { marks, total } = await readUnreleased(actor.id, { limit: MARKS_PER_PAGE, offset })
  return { marks, total, pages: Math.max(1, Math.ceil(total / MARKS_PER_PAGE)) }
}

type Release = 'released' | 'released-before' | 'not-marked'

/**
 * Gives the marks of these scripts to their trainees: each script in a transaction of its own, so that one that cannot be released
 * holds up no other. Releasing a second time changes nothing.
 * @returns how many were released now, had been before, and have no locked mark (or no such script to release).
 */
export async function releaseMarks(
  actor: Actor,
  codes: readonly string[],
  now: Date,
): Promise<Record<Release, number>> {
  const counts: Record<Release, number> = { released: 0, 'released-before': 0, 'not-marked': 0 }
  for (const code of new Set(codes)) counts[await releaseMark(actor, code, now)] += 1
  return counts
}

function releaseMark(actor: Actor, code: string, now: Date): Promise<Release> {
  return transact(async (tx) => {
    const attempt = await holdAttemptOfScript(tx, { code, actorId: actor.id })
    if (!attempt?.isMarked) return 'not-marked'
    if (attempt.isReleased) return 'released-before'

    const { id, userId, vignetteId, vignetteSlug, vignetteTitle, number } = attempt
    await saveReleased(tx, { id, actorId: actor.id, now })
    await recordAudit(tx, { actor, action: 'attempt.released', object: { kind: 'attempt', id }, at: now })
    await notify(tx, {
      userId,
      kind: 'feedback-released',
      params: { vignetteTitle, path: `/vignettes/${vignetteSlug}/attempts/${number}` },
      now,
    })
    await completeCourseIfDone(tx, { userId, course: { vignetteId }, now, actor })
    return 'released'
  })
}
