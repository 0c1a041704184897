import { benchmarkVersion, loadVersions, writtenVersion } from '#app/content/catalogue.server.ts'
import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import {
  type AnswerToCompare,
  findAnswer,
  findBenchmarkVersions,
  findLikeAnswers,
  holdComparing,
  insertSimilarity,
  saveFingerprints,
} from '#app/db/similarity.server.ts'
import { fingerprintsOf, isWorthALook, type Likeness, likenessOf } from '#app/domain/similarity.ts'
import { answerText, knownTexts } from './answer-text.ts'

type Other = { otherAttemptId: string | null; otherSource: string; text: string }

/**
 * Puts an answer that was handed in beside the others to its vignette, the model discussion and the benchmarks, and keeps what
 * is near-identical. A job: done again, it finds nothing twice.
 */
export async function compareAnswer(attemptId: string, now: Date): Promise<void> {
  const answer = await findAnswer(attemptId)
  if (!answer) return
  const vignette = await writtenVersion(answer.vignetteVersionId)
  const known = knownTexts(vignette)
  const here = answerText(vignette, answer.answers)
  const models = await modelAnswers(vignette)
  await transact(async (tx) => {
    const { vignetteId } = answer
    await holdComparing(tx, vignetteId)
    await saveFingerprints(tx, { attemptId, vignetteId, hashes: fingerprintsOf(here, known) })
    const others = [...models, ...(await otherAnswers(await findLikeAnswers(tx, attemptId)))]
    for (const { text, ...other } of others) {
      const likeness = likenessOf(here, text, known)
      if (!isWorthALook(likeness)) continue
      const isNew = await insertSimilarity(tx, { attemptId, ...other, ...likeness, now })
      if (isNew) await recordAudit(tx, { actor: null, ...found(attemptId, other.otherSource, likeness), at: now })
    }
  })
}

const found = (attemptId: string, otherSource: string, { share, passages }: Likeness) => ({
  action: 'similarity.found' as const,
  object: { kind: 'attempt', id: attemptId },
  details: { otherSource, share, passages: passages.length },
})

async function modelAnswers(vignette: WrittenVignette): Promise<Other[]> {
  const ids = await findBenchmarkVersions(vignette.slug)
  await loadVersions(ids)
  const benchmarks = await Promise.all(ids.map(benchmarkVersion))
  return [
    { otherAttemptId: null, otherSource: 'discussion', text: vignette.discussion },
    ...benchmarks.map(({ slug, answers }) => ({
      otherAttemptId: null,
      otherSource: `benchmark:${slug}`,
      text: Object.values(answers).join('\n\n'),
    })),
  ]
}

async function otherAnswers(rows: Omit<AnswerToCompare, 'vignetteId'>[]): Promise<Other[]> {
  await loadVersions(rows.map(({ vignetteVersionId }) => vignetteVersionId))
  return Promise.all(
    rows.map(async ({ attemptId, vignetteVersionId, answers }) => ({
      otherAttemptId: attemptId,
      otherSource: '',
      text: answerText(await writtenVersion(vignetteVersionId), answers),
    })),
  )
}
