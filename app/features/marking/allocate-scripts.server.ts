import { allocateScripts, findMarkers, holdCohortMarking, readPool } from '#app/db/allocating.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { policyOf } from '#app/db/marking-policies.server.ts'
import { holdMarkers } from '#app/db/script-claims.server.ts'
import { type Bar, barTexts, type Weighted } from '#app/domain/allocation.ts'
import type { MarkingPolicy } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Sharing, shareScripts } from '#app/domain/script-sharing.ts'

/** `by`: equally, or by the weights of the cohort's policy. `most`: at most so many scripts; all that wait when absent. */
export type AllocationWish = {
  cohortId: string
  vignetteSlug?: string | undefined
  markerIds: readonly string[]
  by: 'equally' | 'weights'
  most?: number | undefined
  /** The same seed shares the same scripts in the same way. */
  seed: string
}

export type AllocationShare = {
  markerId: string
  name: string
  count: number
  /** Scripts that were passed over for them, in words. */
  passedOver: string[]
}

export type Allocated = { shares: AllocationShare[]; total: number; left: number }

type Outcome = { allocated: Allocated } | { refused: string }

/**
 * What an allocation would do at this moment. Nothing is changed.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function previewAllocation(actor: Actor, wish: AllocationWish, now: Date): Promise<Outcome> {
  return transact(async (tx) => share(tx, await markersFor(tx, actor, wish, now), wish, { isHeld: false }))
}

/**
 * Allocates scripts that wait for anybody to these markers: all of them in one transaction, each to one marker, however many allocate
 * or take scripts meanwhile. What a marker may not mark goes to another, and is said.
 * @returns who got how many, or why nothing was allocated.
 * @throws 404 for a cohort out of the actor's reach.
 */
export function allocateCohort(actor: Actor, wish: AllocationWish, now: Date): Promise<Outcome> {
  return transact(async (tx) => {
    const found = await markersFor(tx, actor, wish, now)
    // What is declared or taken by these markers meanwhile waits until this is done, and this for what was before.
    if (!('refused' in found)) await holdMarkers(tx, [...found.names.keys()])
    const outcome = await share(tx, found, wish, { isHeld: true })
    if ('refused' in outcome) return outcome
    await allocateScripts(tx, { given: outcome.given, allocatedById: actor.id })
    const counts = outcome.allocated.shares.map(({ markerId, count }) => ({ markerId, count }))
    await recordAudit(tx, {
      actor,
      action: 'scripts.allocated',
      object: { kind: 'cohort', id: wish.cohortId },
      details: { counts, left: outcome.allocated.left },
      at: now,
    })
    return { allocated: outcome.allocated }
  })
}

type Found = { cohortId: string; names: Map<string, string>; policy: MarkingPolicy } | { refused: string }

async function markersFor(tx: Db, actor: Actor, wish: AllocationWish, now: Date): Promise<Found> {
  const cohort = await holdCohortMarking(tx, wish.cohortId, cohortsOf(actor))
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  const policy = await policyOf(tx, cohort.id)
  const named = new Set(policy.markers.map(({ userId }) => userId))
  const wanted = wish.markerIds.filter((id) => named.size === 0 || named.has(id))
  if (wanted.length < wish.markerIds.length)
    return { refused: 'The cohort’s policy names its markers, and one of these people is not among them.' }
  const markers = await findMarkers(tx, wanted, now)
  if (markers.length < wanted.length) return { refused: 'One of these people is not a training lead any more.' }
  return { cohortId: cohort.id, policy, names: new Map(markers.map(({ id, name }) => [id, name])) }
}

async function share(
  tx: Db,
  found: Found,
  { vignetteSlug, by, most, seed }: AllocationWish,
  { isHeld }: { isHeld: boolean },
): Promise<{ allocated: Allocated; given: Sharing['given'] } | { refused: string }> {
  if ('refused' in found) return found
  const { cohortId, names, policy } = found
  const pool = await readPool(tx, { cohortId, vignetteSlug }, isHeld)
  if (pool.length === 0) return { refused: 'No script of this cohort waits for anybody at the moment.' }
  const weightOf = (id: string) => policy.markers.find(({ userId }) => userId === id)?.weight ?? 1
  const markers: Weighted[] = [...names.keys()].map((markerId) => ({
    markerId,
    weight: by === 'weights' ? weightOf(markerId) : 1,
  }))
  const sharing = shareScripts(pool, { markers, most, seed })
  const shares = [...names].map(([markerId, name]) => ({
    ...{ markerId, name },
    count: sharing.given.filter((script) => script.markerId === markerId).length,
    passedOver: wordsOf(sharing.barred.get(markerId)),
  }))
  return { given: sharing.given, allocated: { shares, total: sharing.given.length, left: sharing.left.length } }
}

const wordsOf = (barred: ReadonlyMap<Bar, number> | undefined): string[] =>
  [...(barred ?? [])].map(([bar, count]) => `${count} passed over: ${barTexts[bar]}.`)
