import { MINUTE_MS } from '../time.ts'

/** So long before a session, and after it, attendance can be entered by its code: people come early, and leave slowly. */
const GRACE_MINUTES = 15

export const ATTENDANCE_STATES = ['present', 'absent', 'excused', 'made-up'] as const

export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

/** What was recorded of one person at one session. */
export type AttendanceRecord = {
  state: AttendanceState
  /** Of whoever was there for a part; null for the whole. */
  minutes: number | null
  /** What an absence was made up by; empty otherwise. */
  task: string
  via: 'lead' | 'code'
  /** ISO 8601. */
  recordedAt: string
}

/** The version that holds: a lead's word outweighs a code, whichever came later; of two by the same way the later. */
export function standingRecord<Kept extends AttendanceRecord>(versions: readonly Kept[]): Kept | undefined {
  const byTime = [...versions].sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt))
  return byTime.findLast(({ via }) => via === 'lead') ?? byTime.at(-1)
}

type Span = { startsAt: Date; endsAt: Date }

/** Whether a code is taken now: within the session's own time and the grace on either side. */
export const isCodeTime = ({ startsAt, endsAt }: Span, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - GRACE_MINUTES * MINUTE_MS &&
  now.getTime() <= endsAt.getTime() + GRACE_MINUTES * MINUTE_MS

/** Whether a lead can take attendance: as soon as people come. */
export const isAttendanceTime = ({ startsAt }: Pick<Span, 'startsAt'>, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - GRACE_MINUTES * MINUTE_MS

/** The last moment at which a code made now is good. @param minutes null for until the session is over. */
export function codeEndsAt({ endsAt }: Pick<Span, 'endsAt'>, minutes: number | null, now: Date): Date {
  const last = endsAt.getTime() + GRACE_MINUTES * MINUTE_MS
  return new Date(minutes === null ? last : Math.min(last, now.getTime() + minutes * MINUTE_MS))
}
