import type { Json } from '#app/domain/json.ts'
import type { Db } from './client.server.ts'

/** How many stages of an attempt are locked; the next one is under way. */
export const countLockedStages = (tx: Db, attemptId: string): Promise<number> =>
  tx.attemptStage.count({ where: { attemptId } })

/** What was written in the locked stages, in their order. */
export async function readLockedStages(tx: Db, attemptId: string): Promise<Record<string, Json>[]> {
  const stages = await tx.attemptStage.findMany({
    where: { attemptId },
    orderBy: { stage: 'asc' },
    select: { answers: true },
  })
  return stages.map(({ answers }) => answers as Record<string, Json>)
}

/** Locks one stage for ever. The caller holds the attempt. */
export async function insertStage(
  tx: Db,
  stage: { attemptId: string; stage: number; answers: Record<string, Json>; now: Date },
): Promise<void> {
  const { now, ...row } = stage
  await tx.attemptStage.create({ data: { ...row, lockedAt: now }, select: { stage: true } })
}
