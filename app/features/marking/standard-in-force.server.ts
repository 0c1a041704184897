import { adoptedCut } from '#app/db/adopted-cuts.server.ts'
import type { Db } from '#app/db/client.server.ts'
import type { MarkedRubric } from '#app/domain/rubric.ts'
import { withAdoptedCut } from '#app/domain/standard-setting/adopted-cut.ts'

/**
 * The rubric with the standard that is in force where a mark is decided. The one place at which a cut that a cohort adopted takes
 * the place of the version's own.
 */
export async function withStandardInForce<Rubric extends MarkedRubric>(
  tx: Db,
  rubric: Rubric,
  of: { vignetteId: string; cohortId: string | null },
): Promise<Rubric> {
  return withAdoptedCut(rubric, await adoptedCut(tx, of))
}
