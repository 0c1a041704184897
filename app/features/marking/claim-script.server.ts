import { recordAudit } from '#app/db/audit.server.ts'
import { type BarredRubric, barredRubrics, refusedByCalibration } from '#app/db/calibration.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { findHolder, holdMarkers, takeNextScript, takeScript } from '#app/db/script-claims.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type Claim =
  | { code: string }
  /** `isCalibrationDue`: it needs practice on benchmarks first. */
  | { refused: string; isCalibrationDue?: true }

/**
 * Gives the actor a script that waits for anybody, or one that was allocated to them. One script is marked by one person: when two
 * ask at the same instant, one gets it and the other is told so. Asking again for one's own script changes nothing. Whoever is
 * not calibrated for the rubric is refused.
 * @throws 404 for an unknown code and for what the actor may never mark, which is not in their reach: a reason would tell whose it is.
 */
export function claimScript(actor: Actor, code: string, now: Date): Promise<Claim> {
  return transact(async (tx) => {
    await holdMarkers(tx, [actor.id])
    const barred = await barredRubrics(tx, { markerId: actor.id, now })
    const id = await takeScript(tx, { code, markerId: actor.id, barredVignettes: vignettesOf(barred), now })
    if (id) {
      await recordClaim(tx, { id, actor, now })
      return { code }
    }
    const holder = await findHolder(tx, { code, markerId: actor.id })
    if (!holder) throw new Response('There is no such script.', { status: 404 })
    if (holder.isTheirs) return { code }
    const forIt = barred.filter(({ vignettes }) => vignettes.some(({ id }) => id === holder.vignetteId))
    if (holder.isWaiting && forIt.length > 0) return refusal(forIt)
    return { refused: 'This script is no longer free. The others below still are.' }
  })
}

/**
 * Gives the actor the first script of their queue, of one vignette if they chose one: what was allocated to them comes first.
 * Scripts of a rubric for which they are not calibrated are passed over.
 */
export function claimNextScript(actor: Actor, vignetteSlug: string | undefined, now: Date): Promise<Claim> {
  return transact(async (tx) => {
    await holdMarkers(tx, [actor.id])
    const barred = await barredRubrics(tx, { markerId: actor.id, now })
    const taking = { vignetteSlug: vignetteSlug ?? null, markerId: actor.id, barredVignettes: vignettesOf(barred), now }
    const script = await takeNextScript(tx, taking)
    const forIt = barred.filter(({ vignettes }) => !vignetteSlug || vignettes.some(({ slug }) => slug === vignetteSlug))
    if (!script) return forIt.length > 0 ? refusal(forIt) : { refused: 'No script is waiting at the moment.' }
    await recordClaim(tx, { id: script.id, actor, now })
    return { code: script.code }
  })
}

const vignettesOf = (rubrics: readonly BarredRubric[]) =>
  rubrics.flatMap(({ vignettes }) => vignettes.map(({ id }) => id))

const refusal = (rubrics: readonly BarredRubric[]): Claim => ({
  refused: refusedByCalibration(rubrics),
  isCalibrationDue: true,
})

const recordClaim = (tx: Db, { id, actor, now }: { id: string; actor: Actor; now: Date }) =>
  recordAudit(tx, { actor, action: 'script.claimed', object: { kind: 'allocation', id }, at: now })
