import { cohortsOf } from '#app/db/cohorts.server.ts'
import { readCohortPrints } from '#app/db/standing-prints.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type CandidateStanding, judgeCandidates } from './judge-candidates.server.ts'

const TRAINEES_PER_PAGE = 50

export type CohortPathway = {
  cohort: { id: string; name: string }
  trainees: CandidateStanding[]
  counts: { all: number; stuck: number; met: number }
  pages: number
}

/**
 * The trainees of a cohort on their pathways, one page counted from 1: those first for whom nothing has come for weeks. One
 * statement where nothing is new since they were judged, three at most. Throws 404 for a cohort that the actor neither leads nor administers.
 */
export async function viewCohortPathway(actor: Actor, id: string, page: number, now: Date): Promise<CohortPathway> {
  const read = await readCohortPrints(id, cohortsOf(actor))
  if (!read) throw new Response('There is no such cohort.', { status: 404 })
  const judged = await judgeCandidates(read.people, now)
  const counted = (is: 'isStuck' | 'isMet') => judged.filter((standing) => standing[is]).length
  return {
    cohort: read.cohort,
    trainees: judged.slice((page - 1) * TRAINEES_PER_PAGE, page * TRAINEES_PER_PAGE),
    counts: { all: judged.length, stuck: counted('isStuck'), met: counted('isMet') },
    pages: Math.max(1, Math.ceil(judged.length / TRAINEES_PER_PAGE)),
  }
}
