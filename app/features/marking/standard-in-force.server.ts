import type { Db } from '#app/db/client.server.ts'
import type { MarkedRubric } from '#app/domain/rubric.ts'

/**
 * The rubric with the standard that is in force where a mark is decided. The one place at which a cut that a cohort adopted takes
 * the place of the version's own.
 */
export async function withStandardInForce<Rubric extends MarkedRubric>(
  _tx: Db,
  rubric: Rubric,
  _of: { vignetteId: string; cohortId: string | null },
): Promise<Rubric> {
  return rubric
}
