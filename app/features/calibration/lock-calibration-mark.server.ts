import { rubricVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { benchmarkKey } from '#app/db/benchmarks.server.ts'
import { holdPractice, insertCalibrationMark } from '#app/db/calibration.server.ts'
import { type Db, db, transact } from '#app/db/client.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { type BenchmarkOfMarker, readSiblings } from '#app/db/practice.server.ts'
import { openPractice, type Practice } from '#app/domain/benchmark-order.ts'
import { deviationsFrom, isWithinTolerance } from '#app/domain/calibration.ts'
import { checkMark, type MarkFaults, type MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Mark, MarkedRubric } from '#app/domain/rubric.ts'

type Locking = { isLocked: true } | { faults: MarkFaults }

/**
 * Locks the actor's mark of a benchmark, to be compared with its consensus at once. It is never changed again. Sent twice, even at
 * the same instant, it makes one mark; a further one can be made once all benchmarks of the rubric have had their turn.
 * @returns the faults by their fields when the mark is not complete; nothing is changed then.
 * @throws 404 for a benchmark that there is not, or that is not to be practised on now.
 */
export async function lockCalibrationMark(
  actor: Actor,
  practice: Practice,
  fields: MarkFields,
  now: Date,
): Promise<Locking> {
  const { slug } = practice
  const where = { markerId: actor.id, slug }
  const benchmark = (await readSiblings(db(), where)).find((one) => one.slug === slug)
  if (!benchmark) throw notFound()
  const rubric = await rubricVersion(benchmark.rubricVersionId)
  const checked = checkMark(rubric, fields)
  if ('faults' in checked) return checked

  await transact(async (tx) => {
    await holdPractice(tx, where)
    // Asked after it is held: what another window locked while this waited is seen.
    const siblings = await readSiblings(tx, where)
    if (openPractice(siblings, practice)) return saveMark(tx, { actor, benchmark, rubric, mark: checked.mark, now })
    if (!siblings.some((one) => one.slug === slug && one.isKnown)) throw notFound()
  })
  return { isLocked: true }
}

type MarkToSave = { actor: Actor; benchmark: BenchmarkOfMarker; rubric: MarkedRubric; mark: Mark; now: Date }

async function saveMark(tx: Db, { actor, benchmark, rubric, mark, now }: MarkToSave): Promise<void> {
  const { versionId: benchmarkVersionId, rubricSlug } = benchmark
  const { consensus, counts } = await benchmarkKey(tx, benchmarkVersionId, now)
  const deviations = deviationsFrom(rubric, consensus, mark)
  const { isWithin } = isWithinTolerance(rubric, consensus, mark)
  const compared = { mark, deviations, isWithin, counts, now }
  const ofMarker = { markerId: actor.id, benchmarkVersionId, rubricSlug, source: 'calibration' as const }
  const id = await insertCalibrationMark(tx, { ...ofMarker, ...compared })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'calibration', subjectId: benchmarkVersionId })
  const object = { kind: 'calibration-mark', id }
  const details = { source: 'calibration', isWithin, counts }
  await recordAudit(tx, { actor, action: 'benchmark.marked', object, details, at: now })
}

const notFound = () => new Response('There is no such benchmark for you to mark.', { status: 404 })
