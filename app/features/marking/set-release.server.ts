import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { enqueueJob } from '#app/db/jobs.server.ts'
import { type ReleaseGroup, saveDueOfGroup, saveDueOfScripts } from '#app/db/releases.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** Some scripts by their codes, or every answer of a cohort to a vignette. */
export type ReleaseWhat = { codes: readonly string[] } | { group: ReleaseGroup }

/**
 * Sets when final marks are given to their trainees, or takes the time away. What is due is released within a minute, and what
 * something holds then as soon as nothing does any more.
 * @param dueAt now or later; null for no time.
 * @returns of how many answers; those without a final mark and the actor's own are not among them.
 */
export function setRelease(actor: Actor, what: ReleaseWhat, dueAt: Date | null, now: Date): Promise<number> {
  return transact(async (tx) => {
    const time = { dueAt, actorId: actor.id }
    const count =
      'codes' in what ? await saveDueOfScripts(tx, what.codes, time) : await saveDueOfGroup(tx, what.group, time)
    if (count === 0) return 0
    await recordAudit(tx, {
      actor,
      action: dueAt ? 'release.set' : 'release.cleared',
      object: { kind: 'release', id: 'group' in what ? what.group.vignetteId : 'scripts' },
      details: { ...(what as object), dueAt: dueAt?.toISOString() ?? null, count },
      at: now,
    })
    if (dueAt && dueAt <= now) await enqueueJob(tx, 'release-due', {}, 'release-due')
    return count
  })
}
