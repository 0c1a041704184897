import { type LiveSession, type OwnCohortSessions, readOwnSessions } from '#app/db/live-sessions.server.ts'
import { isCodeTime } from '#app/domain/live/attendance.ts'
import { type HoursLive, hoursLive, type SessionHours } from '#app/domain/live/hours-live.ts'
import type { Actor } from '#app/domain/people.ts'

/** `takesCode`: the person can say by the code in the room that they are here. */
export type OwnSession = LiveSession & { hours: SessionHours | undefined; takesCode: boolean }

export type OwnSessions = Pick<OwnCohortSessions, 'cohortId' | 'cohortName' | 'courseTitle'> & {
  hours: HoursLive
  toCome: OwnSession[]
  past: OwnSession[]
}

/**
 * The live sessions of the cohorts in which the actor learns: what is to come, the nearest first, and what is over, the latest first;
 * with what each counts for them, and the files of where they made one up beside its own.
 */
export async function viewOwnSessions(actor: Pick<Actor, 'id'>, now: Date): Promise<OwnSessions[]> {
  const cohorts = await readOwnSessions(actor.id)
  return cohorts.map((cohort) => {
    const hours = hoursLive(cohort)
    const sessions = cohort.sessions.map((session) => ownSession(withFiles(session, cohort), hours, now))
    const { cohortId, cohortName, courseTitle } = cohort
    return {
      ...{ cohortId, cohortName, courseTitle, hours },
      toCome: sessions.filter(({ endsAt }) => new Date(endsAt) > now),
      past: sessions.filter(({ endsAt }) => new Date(endsAt) <= now).reverse(),
    }
  })
}

function withFiles(session: LiveSession, { filesElsewhere }: OwnCohortSessions): LiveSession {
  const added = filesElsewhere.filter(({ key }) => key === session.key).map(({ file }) => file)
  return { ...session, files: [...session.files, ...added] }
}

function ownSession(session: LiveSession, { sessions }: HoursLive, now: Date): OwnSession {
  const hours = sessions.find(({ sessionId }) => sessionId === session.id)
  const span = { startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) }
  const isMissing = hours?.because === 'not-recorded'
  return { ...session, hours, takesCode: isMissing && !session.isCancelled && isCodeTime(span, now) }
}
