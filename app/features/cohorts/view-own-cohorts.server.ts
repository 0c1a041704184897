import { type OwnCohort, type OwnCohorts, type OwnWait, readOwnCohorts } from '#app/db/own-cohorts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'

type OwnCohortsView = {
  session: (NonNullable<OwnCohorts['session']> & { isOver: boolean }) | undefined
  cohorts: OwnCohort[]
  waits: OwnWait[]
}

/**
 * What goes on in the cohorts in which the actor learns: the session that they come to next or are at now, the last one where none is to
 * come; what is new in each cohort's discussion; and the places that are kept for the actor or that they wait for.
 */
export async function viewOwnCohorts(
  actor: Pick<Actor, 'id' | 'roles' | 'timeZone'>,
  now: Date,
): Promise<OwnCohortsView> {
  const { session, ...rest } = await readOwnCohorts(actor, { now, today: todayIn(actor.timeZone, now) })
  return { session: session ? { ...session, isOver: new Date(session.endsAt) <= now } : undefined, ...rest }
}
