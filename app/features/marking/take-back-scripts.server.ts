import { holdCohortMarking, holdScriptsOfMarker } from '#app/db/allocating.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { returnScripts } from '#app/db/script-claims.server.ts'
import type { Actor } from '#app/domain/people.ts'

/** `begun`: also what the marker has begun to mark. */
type TakingBack = { cohortId: string; markerId: string; begun: boolean }

/**
 * Takes a cohort's scripts from a marker, say one who has fallen ill, and puts them back into everybody's queue. A locked mark stays.
 * The marker's drafts stay too until somebody else has marked the script, so that nothing is lost when they are back sooner.
 * @returns how many of each were taken back.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function takeBackScripts(
  actor: Actor,
  { cohortId, markerId, begun }: TakingBack,
  now: Date,
): Promise<{ notBegun: number; begun: number }> {
  return transact(async (tx) => {
    const cohort = await holdCohortMarking(tx, cohortId, cohortsOf(actor))
    if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
    const held = await holdScriptsOfMarker(tx, { cohortId: cohort.id, markerId })
    const taken = held.filter(({ state }) => begun || state === 'waiting')
    await returnScripts(
      tx,
      taken.map(({ id }) => id),
    )
    // Benchmarks go the same way, so that none is told apart by what stays with the marker; they are nobody's load.
    const ofTrainees = taken.filter(({ isBenchmark }) => !isBenchmark)
    if (ofTrainees.length === 0) return { notBegun: 0, begun: 0 }
    const begunIds = ofTrainees.filter(({ state }) => state === 'begun').map(({ id }) => id)
    const notBegun = ofTrainees.length - begunIds.length
    await recordAudit(tx, {
      actor,
      action: 'scripts.taken-back',
      object: { kind: 'cohort', id: cohort.id },
      details: { markerId, notBegun, begunIds },
      at: now,
    })
    return { notBegun, begun: begunIds.length }
  })
}
