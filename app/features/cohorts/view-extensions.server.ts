import { cohortsOf } from '#app/db/cohorts.server.ts'
import { type CohortExtensions, readExtensions } from '#app/db/extensions.server.ts'
import type { Actor } from '#app/domain/people.ts'

const EXTENSIONS_PER_PAGE = 25

export type ExtensionPage = CohortExtensions & { pages: number }

/**
 * One page, counted from 1, of the extensions of a cohort's trainees, with the vignettes that have a deadline in it.
 * @throws 404 for a cohort that the actor neither leads nor administers.
 */
export async function viewExtensions(actor: Actor, cohortId: string, page: number): Promise<ExtensionPage> {
  const limit = EXTENSIONS_PER_PAGE
  const cohort = await readExtensions(cohortId, cohortsOf(actor), { limit, offset: (page - 1) * limit })
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  return { ...cohort, pages: Math.max(1, Math.ceil(cohort.total / limit)) }
}
