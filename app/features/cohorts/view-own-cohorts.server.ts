import { type OwnCohort, type OwnCohorts, readOwnCohorts } from '#app/db/own-cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'

type OwnCohortsView = {
  session: (NonNullable<OwnCohorts['session']> & { isOver: boolean }) | undefined
  cohorts: OwnCohort[]
}

/**
 * What goes on in the cohorts in which the actor learns: the session that they come to next or are at now, the last one where none is to
 * come; and what is new in each cohort's discussion.
 */
export async function viewOwnCohorts(actor: Pick<Actor, 'id' | 'roles'>, now: Date): Promise<OwnCohortsView> {
  const { session, cohorts } = await readOwnCohorts(actor, now)
  return { session: session ? { ...session, isOver: new Date(session.endsAt) <= now } : undefined, cohorts }
}
