import { cohortsOf } from '#app/db/cohorts.server.ts'
import { type CohortSessions, type LiveSession, readCohortSessions } from '#app/db/live-sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * A cohort with its live sessions in the order of their times.
 * @throws 404 for a cohort that the actor neither leads nor administers.
 */
export async function viewSessions(actor: Actor, cohortId: string): Promise<CohortSessions> {
  const cohort = await readCohortSessions(cohortId, cohortsOf(actor))
  if (!cohort) throw new Response('There is no such cohort.', { status: 404 })
  return cohort
}

/** One session with its cohort. @throws 404 where the actor has no such session. */
export async function viewSession(
  actor: Actor,
  cohortId: string,
  sessionId: string,
): Promise<{ cohort: Omit<CohortSessions, 'sessions'>; session: LiveSession }> {
  const { sessions, ...cohort } = await viewSessions(actor, cohortId)
  const session = sessions.find(({ id }) => id === sessionId)
  if (!session) throw new Response('There is no such session.', { status: 404 })
  return { cohort, session }
}
