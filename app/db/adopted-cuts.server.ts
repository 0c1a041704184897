import type { AdoptedCut } from '#app/domain/standard-setting/adopted-cut.ts'
import type { Db } from './client.server.ts'

/**
 * The cut in force for a cohort's answers to a vignette: the one adopted last. `undefined` where the rubric's own rule holds.
 * @param at the moment whose cut is meant, for what was decided earlier; where left out, now.
 */
export async function adoptedCut(
  tx: Db,
  { cohortId, vignetteId, at }: { cohortId: string | null; vignetteId: string; at?: Date },
): Promise<AdoptedCut | undefined> {
  if (!cohortId) return undefined
  const cut = await tx.adoptedCut.findFirst({
    where: { cohortId, vignetteId, ...(at ? { adoptedAt: { lte: at } } : {}) },
    orderBy: { adoptedAt: 'desc' },
    select: { scale: true, value: true },
  })
  return cut ?? undefined
}
