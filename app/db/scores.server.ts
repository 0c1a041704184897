import type { AnyKey } from '#app/domain/keyed/key.ts'
import type { ScoreDetails } from '#app/domain/keyed/score-keyed.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import type { Db, Prisma } from './client.server.ts'

type NewScore = {
  attemptId: string
  /** 0..1; null where the key must not score, or there was nothing to score. */
  share: number | null
  details: ScoreDetails
  /** Null: the content's own key. */
  consensusId: string | null
  provenance: Provenance
  now: Date
}

/** Gives a frozen attempt its score and releases it: there is nobody to wait for. Whether it is passed a key does not say. */
export async function releaseWithScore(tx: Db, { now, details, ...score }: NewScore): Promise<void> {
  await tx.score.create({
    data: { ...score, details: details as unknown as Prisma.InputJsonObject, scoredAt: now },
    select: { attemptId: true },
  })
  await tx.attempt.update({
    where: { id: score.attemptId },
    data: { state: 'released', releasedAt: now },
    select: { id: true },
  })
}

export type Score = {
  share: number | null
  details: ScoreDetails
  provenance: Provenance
  /** The consensus that it was scored with; null: the content's own key. */
  key: AnyKey | null
}
