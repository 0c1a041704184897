import { type Attendee, readAttendance, readCohortHours, type SessionAttendance } from '#app/db/attendance.server.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import type { CohortSessions } from '#app/db/live-sessions.server.ts'
import { isAttendanceTime, isCodeTime, standingRecord } from '#app/domain/live/attendance.ts'
import { type HoursLive, hoursLive } from '#app/domain/live/hours-live.ts'
import type { Actor } from '#app/domain/people.ts'

const TRAINEES_PER_PAGE = 25

export type AttendeeView = Attendee & { standing: SessionAttendance['records'][number] | null; versions: number }

export type AttendanceView = Omit<SessionAttendance, 'people' | 'records'> & {
  people: AttendeeView[]
  /** Whether attendance can be taken, and a code shown. */
  isOpen: boolean
  isCodeTime: boolean
}

/**
 * Who was at a session, with what holds of each. A code that is over is as good as none.
 * @throws 404 for a session out of the actor's reach.
 */
export async function viewAttendance(
  actor: Actor,
  { cohortId, sessionId }: { cohortId: string; sessionId: string },
  now: Date,
): Promise<AttendanceView> {
  const attendance = await readAttendance(cohortId, sessionId, cohortsOf(actor))
  if (!attendance) throw new Response('There is no such session.', { status: 404 })
  const { people, records, code, codeEndsAt, session } = attendance
  const span = { startsAt: new Date(session.startsAt), endsAt: new Date(session.endsAt) }
  const isGood = codeEndsAt !== null && now <= new Date(codeEndsAt)
  return {
    ...attendance,
    code: isGood ? code : null,
    isOpen: !session.isCancelled && isAttendanceTime(span, now),
    isCodeTime: !session.isCancelled && isCodeTime(span, now),
    people: people.map((person) => {
      const versions = records.filter(({ userId }) => userId === person.userId)
      return { ...person, standing: standingRecord(versions) ?? null, versions: versions.length }
    }),
  }
}

export type HoursPage = { trainees: { userId: string; name: string; hours: HoursLive }[]; pages: number }

/** One page, counted from 1, of a cohort's trainees with their hours live. @param cohort as it was found within the actor's reach. */
export async function viewCohortHours(
  { id, liveMinutes, sessions }: Pick<CohortSessions, 'id' | 'liveMinutes' | 'sessions'>,
  page: number,
): Promise<HoursPage> {
  const offset = (page - 1) * TRAINEES_PER_PAGE
  const { trainees, total, records } = await readCohortHours(id, { limit: TRAINEES_PER_PAGE, offset })
  const hoursOf = (userId: string) =>
    hoursLive({ liveMinutes, sessions, records: records.filter((record) => record.userId === userId) })
  return {
    trainees: trainees.map((trainee) => ({ ...trainee, hours: hoursOf(trainee.userId) })),
    pages: Math.max(1, Math.ceil(total / TRAINEES_PER_PAGE)),
  }
}
