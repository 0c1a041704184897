import { type AttendanceRecord, standingRecord } from './attendance.ts'
import { hoursNumber } from './hours-words.ts'

export type SessionFacts = { id: string; key: string; countsMinutes: number; isCancelled: boolean }

/** A record of the person, at a session of this cohort or at one with the same key of another cohort of the course. */
export type RecordFacts = AttendanceRecord & { sessionId: string; key: string; countsMinutes: number }

export type LiveFacts = {
  /** What the cohort asks for; null where it is what its sessions come to. */
  liveMinutes: number | null
  sessions: readonly SessionFacts[]
  records: readonly RecordFacts[]
}

/** Why a session counts what it does. */
export type LiveReason = 'attended' | 'part' | 'elsewhere' | 'task' | 'excused' | 'absent' | 'not-recorded'

export type SessionHours = { sessionId: string; countedMinutes: number; because: LiveReason }

export type HoursLive = {
  askedMinutes: number
  /** Never more than is asked. */
  countedMinutes: number
  /** Whole, rounded down. */
  percent: number
  sessions: SessionHours[]
}

/**
 * How many of a cohort's hours live one person has. Each session counts once, and at most what the cohort gives it: by being there,
 * by the same session in another cohort, or by a task that a lead accepted. A cancelled session counts only where it was attended in
 * another cohort and is not planned here anew.
 */
export function hoursLive({ liveMinutes, sessions, records }: LiveFacts): HoursLive {
  const planned = sessions.filter(({ isCancelled }) => !isCancelled)
  const cancelled = sessions.filter(({ isCancelled, key }) => isCancelled && !planned.some((one) => one.key === key))
  const counted = [...planned, ...cancelled].map((session) => sessionHours(session, records))
  const askedMinutes = liveMinutes ?? minutesOf(planned.map(({ countsMinutes }) => countsMinutes))
  const countedMinutes = Math.min(askedMinutes, minutesOf(counted.map((one) => one.countedMinutes)))
  const percent = askedMinutes === 0 ? 100 : Math.floor((100 * countedMinutes) / askedMinutes)
  return { askedMinutes, countedMinutes, percent, sessions: counted }
}

const minutesOf = (all: readonly number[]) => all.reduce((sum, minutes) => sum + minutes, 0)

function sessionHours(
  { id: sessionId, key, countsMinutes }: SessionFacts,
  records: readonly RecordFacts[],
): SessionHours {
  const here = standingRecord(records.filter((record) => record.sessionId === sessionId))
  const countedHere = here ? Math.min(countsMinutes, minutesBy(here, countsMinutes)) : 0
  const countedElsewhere = Math.min(countsMinutes, minutesElsewhere(sessionId, key, records))
  if (countedElsewhere > countedHere) return { sessionId, countedMinutes: countedElsewhere, because: 'elsewhere' }
  return { sessionId, countedMinutes: countedHere, because: here ? reasonOf(here) : 'not-recorded' }
}

/** The most that another cohort's session of this key gave. */
function minutesElsewhere(sessionId: string, key: string, records: readonly RecordFacts[]): number {
  const others = records.filter((record) => record.key === key && record.sessionId !== sessionId)
  const bySession = new Map(others.map((record) => [record.sessionId, record.countsMinutes]))
  const given = [...bySession].map(([id, countsMinutes]) => {
    const standing = standingRecord(others.filter((record) => record.sessionId === id))
    return standing?.state === 'present' ? minutesBy(standing, countsMinutes) : 0
  })
  return Math.max(0, ...given)
}

const minutesBy = ({ state, minutes }: AttendanceRecord, countsMinutes: number): number =>
  state === 'present' || state === 'made-up' ? (minutes ?? countsMinutes) : 0

function reasonOf({ state, minutes }: AttendanceRecord): LiveReason {
  if (state === 'made-up') return 'task'
  if (state !== 'present') return state
  return minutes === null ? 'attended' : 'part'
}

/** "18 of 18 hours live". */
export const hoursLiveWords = ({ countedMinutes, askedMinutes }: HoursLive): string =>
  `${hoursNumber(countedMinutes)} of ${hoursNumber(askedMinutes)} hours live`

/** What a person reads of a session. */
export const reasonWords: Record<Exclude<LiveReason, 'not-recorded'>, string> = {
  attended: 'You were there',
  part: 'You were there for a part',
  elsewhere: 'Made up in another cohort',
  task: 'Made up by a task',
  excused: 'You were excused',
  absent: 'You were not there',
}
