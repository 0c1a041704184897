import { cohortsOf, type ListedCohort, readCohorts } from '#app/db/cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'

const COHORTS_PER_PAGE = 25

/** One page, counted from 1, of the cohorts that the actor leads (an administrator: of all), by name. */
export async function listCohorts(actor: Actor, page: number): Promise<{ cohorts: ListedCohort[]; pages: number }> {
  const offset = (page - 1) * COHORTS_PER_PAGE
  const { cohorts, total } = await readCohorts(cohortsOf(actor), { limit: COHORTS_PER_PAGE, offset })
  return { cohorts, pages: Math.max(1, Math.ceil(total / COHORTS_PER_PAGE)) }
}
