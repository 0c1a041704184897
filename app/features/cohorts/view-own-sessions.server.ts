import {
  findNextSession,
  type LiveSession,
  type NextSession,
  type OwnCohortSessions,
  readOwnSessions,
} from '#app/db/live-sessions.server.ts'
import type { Actor } from '#app/domain/people.ts'

export type OwnSessions = Omit<OwnCohortSessions, 'sessions'> & { toCome: LiveSession[]; past: LiveSession[] }

/** The live sessions of the cohorts in which the actor learns: what is to come, the nearest first, and what is over, the latest first. */
export async function viewOwnSessions(actor: Pick<Actor, 'id'>, now: Date): Promise<OwnSessions[]> {
  const cohorts = await readOwnSessions(actor.id)
  return cohorts.map(({ sessions, ...cohort }) => ({
    ...cohort,
    toCome: sessions.filter(({ endsAt }) => new Date(endsAt) > now),
    past: sessions.filter(({ endsAt }) => new Date(endsAt) <= now).reverse(),
  }))
}

/** The session that the actor comes to next, or is at now; where none is to come, the last one. */
export async function nextSession(
  actor: Pick<Actor, 'id'>,
  now: Date,
): Promise<(NextSession & { isOver: boolean }) | undefined> {
  const session = await findNextSession(actor.id, now)
  return session && { ...session, isOver: new Date(session.endsAt) <= now }
}
