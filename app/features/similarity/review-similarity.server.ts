import { z } from 'zod'
import { benchmarkVersion, loadVersions, writtenVersion } from '#app/content/catalogue.server.ts'
import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { caseTextOf } from '#app/content/vignettes.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import {
  type FoundSimilarity,
  findBenchmarkVersions,
  findSimilarity,
  listSimilarities,
  saveReview,
} from '#app/db/similarity.server.ts'
import type { Passage } from '#app/domain/passages.ts'
import type { Actor } from '#app/domain/people.ts'
import { maskPlainText } from '#app/rich-text/masked-text.ts'
import { answerText } from './answer-text.ts'

const PAGE_SIZE = 25

/** One page, counted from 1, of what was found in a cohort's answers. Throws 404 for a cohort out of reach. */
export async function viewSimilarities(actor: Actor, cohortId: string, page: number) {
  const where = { cohortId, reach: cohortsOf(actor), personId: actor.id }
  const found = await listSimilarities(where, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  if (!found) throw new Response('There is no such cohort.', { status: 404 })
  return { ...found, pageCount: Math.max(1, Math.ceil(found.total / PAGE_SIZE)) }
}

export type SimilarityView = Omit<
  FoundSimilarity,
  'answers' | 'otherAnswers' | 'writer' | 'otherWriter' | 'vignetteVersionId' | 'otherVersionId'
> & {
  vignetteTitle: string
  here: string
  there: string
}

/** Both texts of a finding, without their writers' own names. Throws 404 for one that is not in reach, or that the actor has to mark. */
export async function viewSimilarity(actor: Actor, cohortId: string, id: string): Promise<SimilarityView> {
  const found = await findSimilarity({ id, cohortId, reach: cohortsOf(actor), personId: actor.id })
  if (!found) throw new Response('There is no such finding.', { status: 404 })
  const { answers, otherAnswers, writer, otherWriter, vignetteVersionId, otherVersionId, ...rest } = found
  await loadVersions([vignetteVersionId, ...(otherVersionId ? [otherVersionId] : [])])
  const vignette = await writtenVersion(vignetteVersionId)
  const here = screened(answerText(vignette, answers), writer, vignette)
  const there =
    otherAnswers && otherVersionId
      ? screened(answerText(await writtenVersion(otherVersionId), otherAnswers), otherWriter, vignette)
      : screened(await modelText(found.otherSource, vignette), null, vignette)
  return {
    ...rest,
    vignetteTitle: vignette.title,
    here: here.text,
    there: there.text,
    passages: found.passages.map((at) => ({ ...at, here: here.toShown(at.here), there: there.toShown(at.there) })),
  }
}

/** What nobody in particular wrote names nobody. */
const screened = (text: string, writer: string | null, vignette: WrittenVignette) =>
  writer === null ? { text, toShown: (at: Passage) => at } : maskPlainText(text, writer, caseTextOf(vignette))

async function modelText(source: string, { slug, discussion }: { slug: string; discussion: string }): Promise<string> {
  if (source === 'discussion') return discussion
  const ids = await findBenchmarkVersions(slug)
  await loadVersions(ids)
  const benchmarks = await Promise.all(ids.map(benchmarkVersion))
  const benchmark = benchmarks.find((each) => source === `benchmark:${each.slug}`)
  return benchmark ? Object.values(benchmark.answers).join('\n\n') : ''
}

export const reviewForm = z.object({
  state: z.enum(['no_concern', 'concern'], { error: 'Choose what you found.' }),
  note: z
    .string()
    .trim()
    .min(20, 'Say in a sentence what you looked at and why you decided so.')
    .max(5000, 'Use at most 5,000 characters.'),
})

/**
 * Records what a lead made of a finding: a concern to be followed up with the people, or none. It changes no mark. Looking again
 * later is possible; every decision stays in the audit trail.
 */
export async function reviewSimilarity(
  actor: Actor,
  where: { cohortId: string; id: string },
  { state, note }: z.output<typeof reviewForm>,
  now: Date,
): Promise<void> {
  const found = await findSimilarity({ ...where, reach: cohortsOf(actor), personId: actor.id })
  if (!found) throw new Response('There is no such finding.', { status: 404 })
  await transact(async (tx) => {
    await saveReview(tx, found.id, { state, note, reviewedById: actor.id, reviewedAt: now })
    await deleteKeptForm(tx, actor, 'similarity', `${where.cohortId}.${where.id}`)
    const object = { kind: 'similarity', id: found.id }
    await recordAudit(tx, { actor, action: 'similarity.reviewed', object, details: { state }, at: now })
  })
}
