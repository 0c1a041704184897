import { deviationsFrom, isWithinTolerance } from '#app/domain/calibration.ts'
import { drawGold } from '#app/domain/gold.ts'
import type { Actor } from '#app/domain/people.ts'
import type { MarkedRubric } from '#app/domain/rubric.ts'
import { newScriptCode } from './allocations.server.ts'
import { recordAudit } from './audit.server.ts'
import { benchmarkKey, benchmarksInUse } from './benchmarks.server.ts'
import { insertCalibrationMark } from './calibration.server.ts'
import type { Db } from './client.server.ts'
import type { LockedMark } from './marks.server.ts'
import { notify } from './notices.server.ts'

type LockedScript = {
  /** The script that was just locked: the draw hangs on its id, of which its marker knows only the code. */
  allocationId: string
  markerId: string
  cohortId: string | null
  vignetteId: string
  goldShare: number
}

/**
 * Puts a benchmark among the scripts that wait for a marker, at the rate of the cohort's policy, in the transaction that locks
 * their mark of a trainee's script. Only one whose consensus counts here, of the same vignette, and that they have never seen: not
 * as a script, not in calibration, not as something that they have begun to mark there.
 */
export async function placeGoldIfDue(tx: Db, { allocationId, goldShare, ...script }: LockedScript): Promise<void> {
  if (goldShare <= 0) return
  const drawn = drawGold(goldShare, allocationId, await unseenBy(tx, script))
  if (!drawn) return
  // Two marks locked at the same instant may draw the same one: it is put there once.
  await tx.allocation.createMany({
    data: [{ ...script, benchmarkVersionId: drawn, purpose: 'gold', code: newScriptCode() }],
    skipDuplicates: true,
  })
}

/** The current versions of the benchmarks that could be put before this marker, in an order of no meaning. */
async function unseenBy(tx: Db, { markerId, vignetteId }: Pick<LockedScript, 'markerId' | 'vignetteId'>) {
  const rows = await tx.$queryRaw<{ versionId: string }[]>`
    SELECT b.version_id AS "versionId" FROM ${benchmarksInUse()} b
    WHERE b.vignette_id = ${vignetteId}::uuid AND b.counts AND b.use @> '["gold"]' AND NOT EXISTS (
      SELECT 1 FROM content_version v
      WHERE v.item_id = b.id AND (
        EXISTS (SELECT 1 FROM calibration_mark WHERE marker_id = ${markerId}::uuid AND benchmark_version_id = v.id)
        OR EXISTS (SELECT 1 FROM allocation WHERE marker_id = ${markerId}::uuid AND benchmark_version_id = v.id)
        OR EXISTS (SELECT 1 FROM draft WHERE owner_id = ${markerId}::uuid AND kind = 'calibration' AND subject_id = v.id)))
    ORDER BY b.version_id`
  return rows.map(({ versionId }) => versionId)
}

type LockedGold = {
  actor: Actor
  allocationId: string
  benchmarkVersionId: string
  /** With the standard that is in force. */
  rubric: MarkedRubric
  rubricVersionId: string
  mark: LockedMark
  now: Date
}

/**
 * What follows when a marker has locked the mark of a benchmark that stood unseen among their scripts. Within tolerance nothing is
 * said, or they would know it when it comes back; beyond, they are told, and begin no further scripts of the rubric until they
 * have practised. The caller holds the allocation.
 */
export async function afterGold(tx: Db, locked: LockedGold): Promise<void> {
  const { actor, allocationId, benchmarkVersionId, rubric, rubricVersionId, mark, now } = locked
  const { consensus, counts } = await benchmarkKey(tx, benchmarkVersionId, now)
  const { isWithin } = isWithinTolerance(rubric, consensus, mark)
  const { rubricSlug, vignetteTitle, code } = await readNames(tx, { allocationId, rubricVersionId })
  const { hasPassed: _, ...judged } = mark
  const id = await insertCalibrationMark(tx, {
    ...{ markerId: actor.id, benchmarkVersionId, rubricSlug, source: 'gold', mark: judged },
    ...{ deviations: deviationsFrom(rubric, consensus, mark), isWithin, counts, now },
  })
  const object = { kind: 'calibration-mark', id }
  const details = { source: 'gold', allocationId, isWithin, counts }
  await recordAudit(tx, { actor, action: 'benchmark.marked', object, details, at: now })
  if (isWithin || !counts) return
  await notify(tx, {
    userId: actor.id,
    kind: 'benchmark-missed',
    params: { vignetteTitle, path: `/marking/${code}` },
    now,
  })
}

async function readNames(
  tx: Db,
  { allocationId, rubricVersionId }: Pick<LockedGold, 'allocationId' | 'rubricVersionId'>,
) {
  const [names] = await tx.$queryRaw<{ rubricSlug: string; vignetteTitle: string; code: string }[]>`
    SELECT rubric.slug AS "rubricSlug", vv.body ->> 'title' AS "vignetteTitle", al.code
    FROM allocation al
      JOIN content_item vignette ON vignette.id = al.vignette_id
      JOIN content_version vv ON vv.id = vignette.current_version_id
      CROSS JOIN content_version rv JOIN content_item rubric ON rubric.id = rv.item_id
    WHERE al.id = ${allocationId}::uuid AND rv.id = ${rubricVersionId}::uuid`
  if (!names) throw new Error('a script without a vignette or a rubric')
  return names
}
