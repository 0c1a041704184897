import { loadVersions, rubricVersion } from '#app/content/catalogue.server.ts'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import { type BenchmarkOfMarker, findOwnBenchmark } from '#app/db/practice.server.ts'
import { findToldGold, type ToldMark } from '#app/db/told-marks.server.ts'
import { benchmarksToPractise } from '#app/domain/benchmark-order.ts'
import { type Consensus, type Deviations, isWithinTolerance } from '#app/domain/calibration.ts'
import type { BankComment } from '#app/domain/comment-bank.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import type { Mark } from '#app/domain/rubric.ts'

export type JudgedRubric = Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors' | 'pass'>

/** What a marker gave a benchmark beside its consensus. */
export type Comparison = {
  rubric: JudgedRubric
  mark: Mark
  consensus: Consensus
  provenance: Provenance
  deviations: Deviations
  isWithin: boolean
  /** Sentences: what lies beyond tolerance, or that nothing does. */
  because: string[]
  counts: boolean
}

/** The versions of which the case and the answer are; they stay on the server. */
export type CaseVersions = { vignetteVersionId: string; benchmarkVersionId: string }

export type BenchmarkView =
  | {
      slug: string
      /** Which turn of it this is: goes with everything that the form sends. */
      round: number
      versions: CaseVersions
      rubric: JudgedRubric
      provenance: Provenance
      counts: boolean
      rubricSlug: string
      bank: BankComment[]
      draft: SavedDraft | null
    }
  | { slug: string; versions: CaseVersions; comparison: Comparison; next: string | null }
  | { refused: string }

/**
 * A benchmark for the actor: to be marked when its turn has come, otherwise their last mark of it beside the consensus. Nothing of
 * a consensus is in what they get before they have marked.
 * @param isAgain marks it once more where its turn has come again.
 * @throws 404 for an unknown benchmark.
 */
export async function viewBenchmark(actor: Pick<Actor, 'id'>, slug: string, isAgain: boolean): Promise<BenchmarkView> {
  const { siblings, draft, told, bank } = await findOwnBenchmark({ markerId: actor.id, slug })
  const benchmark = siblings.find((one) => one.slug === slug)
  if (!benchmark) throw new Response('There is no such benchmark.', { status: 404 })
  const order = benchmarksToPractise(siblings)
  const isOpen = order.some((one) => one.slug === slug)
  if (isOpen && (isAgain || !told)) return viewForm(benchmark, draft, bank)
  if (!told) return { refused: 'This benchmark is not for now. The next one for you is named below.' }
  await loadVersions([told.vignetteVersionId, told.rubricVersionId, told.benchmarkVersionId])
  const comparison = await comparisonOf(told)
  const { vignetteVersionId, benchmarkVersionId } = told
  const versions = { vignetteVersionId, benchmarkVersionId }
  return { slug, versions, comparison, next: order.find((one) => one.slug !== slug)?.slug ?? null }
}

async function viewForm(
  benchmark: BenchmarkOfMarker,
  draft: SavedDraft | null,
  bank: BankComment[],
): Promise<BenchmarkView> {
  const {
    rubricSlug,
    slug,
    timesMarked: round,
    versionId,
    vignetteVersionId,
    rubricVersionId,
    provenance,
    counts,
  } = benchmark
  await loadVersions([versionId, vignetteVersionId, rubricVersionId])
  const versions = { vignetteVersionId, benchmarkVersionId: versionId }
  return {
    slug,
    round,
    versions,
    rubric: await judgedRubric(rubricVersionId),
    rubricSlug,
    bank,
    provenance,
    counts,
    draft,
  }
}

/**
 * The actor's mark of a benchmark that stood unseen among their scripts, beside its consensus, where they were told of it.
 * Null for any other script.
 */
export async function viewToldGold(actor: Pick<Actor, 'id'>, code: string): Promise<Comparison | null> {
  const told = await findToldGold({ markerId: actor.id, code })
  return told && comparisonOf(told)
}

async function comparisonOf({ rubricVersionId, mark, consensus, ...told }: ToldMark): Promise<Comparison> {
  const rubric = await judgedRubric(rubricVersionId)
  const { provenance, deviations, isWithin, counts } = told
  const { because } = isWithinTolerance(rubric, consensus, mark)
  return { rubric, mark, consensus, provenance, deviations, isWithin, because, counts }
}

async function judgedRubric(versionId: string): Promise<JudgedRubric> {
  const { title, criteria, global, criticalErrors, pass } = await rubricVersion(versionId)
  return { title, criteria, global, criticalErrors, pass }
}
