import { type LeaveDays, leaveOn } from './enrolment/leave.ts'
import { addMonths, monthsIn } from './pathway/days.ts'
import { type EvaluatedPathway, leavesOf } from './pathway/evaluated.ts'
import type { AttestationFact, Day, StaffCheckFact } from './pathway/facts.ts'
import type { KeptEntry } from './pathway/portfolio-facts.ts'
import type { Requirement } from './pathway/rules.ts'
import { addDays, daysBetween } from './portfolio/days.ts'
import type { PortfolioBodies, PortfolioKind } from './portfolio/entry.ts'
import { erasedFrom } from './portfolio/retention.ts'
import { supervisionGaps } from './portfolio/supervision-calendar.ts'
import { REMINDED_MONTHS_AHEAD, type StandingState } from './renewal.ts'

/** What is due in a month, as it stands in a notice: codes, titles and days, nothing that somebody wrote about a patient. */
export type DueItem =
  | { kind: 'recordings'; count: number; on: Day }
  | { kind: 'retention'; count: number; on: Day }
  | { kind: 'signatures'; count: number; since: Day }
  | { kind: 'check-ends' | 'declaration-ends'; title: string; on: Day }
  | { kind: 'supervision-gap'; after: Day; days: number }
  | { kind: 'below-rate'; title: string; missing: string }
  | { kind: 'quiet-cases'; codes: string[] }
  | { kind: 'cpd-year'; title: string; on: Day; missing: string[] }
  | { kind: 'supervisor-ends'; name: string; on: Day }
  | { kind: 'own-approval-ends'; on: Day }
  /** Only in notices from before the end of a status had its own. */
  | { kind: 'status-ends'; title: string; on: Day }
  | { kind: 'status-ended'; title: string; on: Day; until: Day }
  | { kind: 'more-asked'; since: Day }

/** [P] Long enough that a supervisor who reads mail once a week has seen it. */
const LONG_WAIT_DAYS = 14
/** [P] A treatment of weekly sessions that had none for so long has stopped, or its sessions were not entered. */
const QUIET_CASE_DAYS = 42

type Removed = { [Kind in PortfolioKind]: { kind: Kind; body: PortfolioBodies[Kind]; removedOn: Day } }[PortfolioKind]

/** All that can fall due for one person. */
export type ReminderFacts = {
  entries: readonly KeptEntry[]
  /** Taken out by their owner and not erased yet. */
  removed: readonly Removed[]
  /** An application under way: nothing is erased meanwhile. */
  isHeld: boolean
  /** The days on which entries were put before a supervisor who has not answered. */
  waitingSince: readonly Day[]
  /** When staff asked for more and nothing came back so far. */
  moreAskedOn: Day | null
  statuses: readonly StatusFacts[]
  /** Last days of one's own approval as a supervisor that nothing follows. */
  approvalEnds: readonly Day[]
  /** The same of the supervisors whom one's entries name. */
  supervisorsEnding: readonly { name: string; on: Day }[]
  attestations: readonly AttestationFact[]
  staffChecks: readonly StaffCheckFact[]
  /** Agreed leaves of absence from cohorts. */
  leaves: readonly LeaveDays[]
}

/** A status as it stands, with what its renewal still takes. */
export type StatusFacts = {
  title: string
  grantedOn: Day
  validUntil: Day
  graceUntil: Day
  state: StandingState
  isUndecided: boolean
  missing: readonly string[]
}

/** By which rules: nothing for somebody who is on no pathway. */
export type Ruled = {
  requirements: readonly Requirement[]
  evaluated: EvaluatedPathway
}

/** The last day of the month of a day. */
export const endOfMonth = (day: Day): Day => addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)

/**
 * What somebody should see to between today and the end of this month, and what is overdue.
 * @param today where the person lives.
 */
export function dueThisMonth(facts: ReminderFacts, ruled: Ruled | undefined, today: Day): DueItem[] {
  const month = { today, end: endOfMonth(today) }
  const all = [
    ...recordingsDue(facts, month),
    ...signaturesWaiting(facts, month),
    ...(facts.moreAskedOn ? [{ kind: 'more-asked', since: facts.moreAskedOn } as const] : []),
    ...supervisionDue(facts, month),
    ...(ruled ? ruledDue(facts, ruled, month) : []),
    ...approvalsEnding(facts, month),
    ...statusesGoingOn(facts, month),
    ...retentionDue(facts, month),
  ]
  return leaveOn(facts.leaves, today) ? all.filter(({ kind }) => !STOPS_ON_LEAVE.includes(kind)) : all
}

/** How fast somebody gets on. What is owed to patients, and what ends on a day that others set, goes on. */
const STOPS_ON_LEAVE: readonly DueItem['kind'][] = ['below-rate', 'supervision-gap', 'quiet-cases']

type Month = { today: Day; end: Day }

const first = (days: readonly Day[]): Day => days.toSorted()[0] ?? ''
const isWithin = (day: Day, { today, end }: Month) => day >= today && day <= end

function recordingsDue({ entries }: ReminderFacts, { end }: Month): DueItem[] {
  const days = entries.flatMap((entry) =>
    entry.kind === 'clip' && !entry.body.destroyedOn && entry.body.destroyBy <= end ? entry.body.destroyBy : [],
  )
  return days.length > 0 ? [{ kind: 'recordings', count: days.length, on: first(days) }] : []
}

function retentionDue({ entries, removed, isHeld }: ReminderFacts, { end }: Month): DueItem[] {
  if (isHeld) return []
  const kept = [...entries.map((entry) => erasedFrom({ ...entry, removedOn: null })), ...removed.map(erasedFrom)]
  const days = kept.filter((day) => day <= end)
  return days.length > 0 ? [{ kind: 'retention', count: days.length, on: first(days) }] : []
}

function signaturesWaiting({ waitingSince }: ReminderFacts, { today }: Month): DueItem[] {
  const long = waitingSince.filter((day) => daysBetween(day, today) >= LONG_WAIT_DAYS)
  return long.length > 0 ? [{ kind: 'signatures', count: long.length, since: first(long) }] : []
}

/** The timeline's rule for supervision, while a treatment is under way; and treatments that nothing was entered for. */
function supervisionDue({ entries }: ReminderFacts, { today }: Month): DueItem[] {
  const open = entries.flatMap((entry) => (entry.kind === 'case' && entry.body.endedOn === null ? entry : []))
  if (open.length === 0) return []
  const sessions = entries.flatMap((entry) => (entry.kind === 'supervision' ? entry.body.on : []))
  const [gap] = supervisionGaps(sessions, today)
  const quiet = open.filter(({ body }) => {
    const last = [body.startedOn, ...body.sessions.map(({ on }) => on)].toSorted().at(-1) ?? today
    return daysBetween(last, today) > QUIET_CASE_DAYS
  })
  return [
    ...(gap?.isOpen ? [{ kind: 'supervision-gap', after: gap.after, days: gap.days } as const] : []),
    ...(quiet.length > 0 ? [{ kind: 'quiet-cases', codes: quiet.map(({ code }) => code ?? '').sort() } as const] : []),
  ]
}

/** What the pathway asks for month by month and was not there; and what was checked or declared and is about to hold no longer. */
function ruledDue(facts: ReminderFacts, { requirements, evaluated }: Ruled, month: Month): DueItem[] {
  const below = leavesOf(evaluated.requirements).flatMap(({ kind, state, title, missing }): DueItem[] =>
    kind === 'monthly' && state !== 'met' ? [{ kind: 'below-rate', title, missing: missing.join('; ') }] : [],
  )
  return [...below, ...flat(requirements).flatMap((requirement) => termDue(facts, requirement, month))]
}

const flat = (requirements: readonly Requirement[]): Requirement[] =>
  requirements.flatMap((one) => ('requirements' in one ? flat(one.requirements) : [one]))

function termDue({ attestations, staffChecks }: ReminderFacts, requirement: Requirement, month: Month): DueItem[] {
  if (requirement.kind !== 'attestation' && requirement.kind !== 'staff-check') return []
  const { id, title, validFor } = requirement
  const isCheck = requirement.kind === 'staff-check'
  const said: { requirementId: string; on: Day; holds: boolean }[] = isCheck
    ? staffChecks.map((one) => ({ ...one, holds: one.outcome === 'accepted' }))
    : attestations.map((one) => ({ ...one, holds: !one.isWithdrawn }))
  const last = said
    .filter(({ requirementId }) => requirementId === id)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1)
  if (!validFor || !last?.holds) return []
  const on = addMonths(last.on, monthsIn(validFor))
  return on <= month.end ? [{ kind: isCheck ? 'check-ends' : 'declaration-ends', title, on }] : []
}

const approvalsEnding = ({ approvalEnds, supervisorsEnding }: ReminderFacts, month: Month): DueItem[] => [
  ...approvalEnds.filter((on) => isWithin(on, month)).map((on) => ({ kind: 'own-approval-ends', on }) as const),
  ...supervisorsEnding
    .filter(({ on }) => isWithin(on, month))
    .map((supervisor) => ({ kind: 'supervisor-ends', ...supervisor }) as const),
]

/**
 * In the month in which another year of a status is over, what its renewal still takes; and that one has ended which can still be
 * renewed. That one ends is told by its own reminders, which begin a year ahead.
 */
function statusesGoingOn({ statuses }: ReminderFacts, month: Month): DueItem[] {
  return statuses.flatMap(({ title, grantedOn, validUntil, graceUntil, state, isUndecided, missing }): DueItem[] => {
    if (state === 'in-grace' && !isUndecided)
      return [{ kind: 'status-ended', title, on: validUntil, until: graceUntil }]
    if (state !== 'running' && state !== 'open') return []
    const years = Number(month.today.slice(0, 4)) - Number(grantedOn.slice(0, 4))
    const on = addMonths(grantedOn, years * 12)
    const isYearOver = years > 0 && isWithin(on, month) && on < addMonths(validUntil, -REMINDED_MONTHS_AHEAD[0])
    return isYearOver && missing.length > 0 ? [{ kind: 'cpd-year', title, on, missing: [...missing] }] : []
  })
}
