import type { KeptEntry } from '../pathway/portfolio-facts.ts'
import { daysBetween } from './days.ts'
import type { Day } from './entry.ts'
import { type Gap, supervisionGaps } from './supervision-calendar.ts'

export type TimelineCase = { id: string; code: string; from: Day; to: Day; isOver: boolean; sessions: Day[] }
export type TimelineMoment = { id: string; on: Day; isConfirmed: boolean }
/** `2026-03`, with what was done in it. */
export type TimelineMonth = { month: string; sessions: number; supervisionMinutes: number; clips: number }

export type Timeline = {
  from: Day
  to: Day
  cases: TimelineCase[]
  /** Confirmed: countersigned. */
  supervision: TimelineMoment[]
  /** By the day of the recorded session. Confirmed: reviewed by the supervisor. */
  clips: TimelineMoment[]
  /** Stretches without supervision, the latest first. */
  gaps: Gap[]
  /** Every month from the first to this one, the latest first: those without anything as well. */
  months: TimelineMonth[]
}

/** Cases, supervision and clips over time, up to today. Nothing while there is none of them. */
export function timelineOf(entries: readonly KeptEntry[], today: Day): Timeline | undefined {
  const cases = entries.flatMap((entry) => (entry.kind === 'case' ? caseOf(entry, today) : [])).sort(byStart)
  const sessions = entries.flatMap((entry) => (entry.kind === 'supervision' ? [entry] : []))
  const supervision = sessions.map(({ id, body, countersignedOn }) => {
    return { id, on: body.on, isConfirmed: countersignedOn !== null }
  })
  const clips = entries.flatMap((entry) =>
    entry.kind === 'clip' ? [{ id: entry.id, on: entry.body.heldOn, isConfirmed: entry.reviewedOn !== null }] : [],
  )
  const days = [...cases.map(({ from }) => from), ...[...supervision, ...clips].map(({ on }) => on)].sort()
  const from = days[0]
  if (!from) return undefined
  return {
    ...{ from, to: today, cases, supervision, clips },
    // After the last treatment has ended the absence of supervision is no gap.
    gaps: supervisionGaps(
      supervision.map(({ on }) => on),
      cases
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? today,
    ),
    months: monthsBetween(from, today).map((month) => ({
      month,
      sessions: inMonth(
        month,
        cases.flatMap((treatment) => treatment.sessions),
      ).length,
      supervisionMinutes: sessions
        .filter(({ body }) => body.on.startsWith(month))
        .reduce((sum, { body }) => sum + body.minutes, 0),
      clips: inMonth(
        month,
        clips.map(({ on }) => on),
      ).length,
    })),
  }
}

/** Where a day lies between the first and the last, 0 to 1. */
export const placeOf = (day: Day, { from, to }: Pick<Timeline, 'from' | 'to'>): number =>
  daysBetween(from, day) / Math.max(1, daysBetween(from, to))

const caseOf = ({ id, code, body }: Extract<KeptEntry, { kind: 'case' }>, today: Day): TimelineCase => ({
  ...{ id, code: code ?? '', from: body.startedOn, to: body.endedOn ?? today, isOver: body.endedOn !== null },
  sessions: body.sessions.map(({ on }) => on).sort(),
})

const byStart = (a: TimelineCase, b: TimelineCase) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

const inMonth = (month: string, days: readonly Day[]) => days.filter((day) => day.startsWith(month))

function monthsBetween(from: Day, to: Day): string[] {
  const ordinal = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const [first, last] = [ordinal(from), ordinal(to)]
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const month = last - back
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
