import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import { saveLiveSettings } from '#app/db/live-sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Sets the time zone in which a cohort's sessions are planned and the hours live that it asks for. Sessions that are planned stay at
 * their moment.
 * @param liveMinutes null for what its sessions come to.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function setLiveHours(
  actor: Actor,
  cohortId: string,
  wish: { timeZone: string; liveMinutes: number | null },
  now: Date,
): Promise<void> {
  return transact(async (tx) => {
    const cohort = await holdCohort(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    await saveLiveSettings(tx, cohort.id, wish)
    await recordAudit(tx, {
      actor,
      action: 'cohort.live-hours-set',
      object: { kind: 'cohort', id: cohort.id },
      details: wish,
      at: now,
    })
  })
}
