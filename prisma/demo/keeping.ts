import { addDays, todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { approveSupervisor } from '#app/features/portfolio/approve-supervisor.server.ts'
import { addSessions, correctCase, keepCase } from '#app/features/portfolio/keep-case.server.ts'
import { keepCpd } from '#app/features/portfolio/keep-cpd.server.ts'
import { keepReflection } from '#app/features/portfolio/keep-reflection.server.ts'
import { keepSupervision } from '#app/features/portfolio/keep-supervision.server.ts'
import { type Member, type Members, memberOf } from './people.ts'
import type { DemoPortfolio, DemoPortfolios } from './portfolios.ts'

type Keeping = {
  member: Member
  /** A moment after a day at which its entry may have been written, each later than the one before. */
  after: (day: Day) => Date
  now: Date
}

const EVENING_MS = 21 * 3_600_000
const MINUTES_BETWEEN_MS = 6 * 60_000

/** Somebody keeps a portfolio from the moment `startsAt` on: what is older is written down then, the rest on its evening. */
export function keepingFrom(member: Member, startsAt: Date, now: Date): Keeping {
  let entries = 0
  const after = (day: Day) => {
    entries += 1
    const evening = Math.max(startsAt.getTime(), Date.parse(day) + EVENING_MS)
    return new Date(Math.min(evening + entries * MINUTES_BETWEEN_MS, now.getTime()))
  }
  return { member, after, now }
}

/** Ids of the cases by the keys of the file. */
type CaseIds = ReadonlyMap<string, string>

/** Approves the supervisors before anybody names them. */
export async function approveSupervisors(
  approvals: DemoPortfolios['approvals'],
  members: Members,
  { at, now }: { at: Date; now: Date },
): Promise<void> {
  for (const { supervisor, by, startsDaysAgo, note } of approvals) {
    const { email, timeZone } = memberOf(members, supervisor).actor
    const startsOn = addDays(todayIn(timeZone, now), -startsDaysAgo)
    const blank = { name: '', profession: '', isOutside: false, endsOn: null } as const
    done(await approveSupervisor(memberOf(members, by).actor, { ...blank, email, startsOn, note }, at))
  }
}

/** Writes down somebody's practice as they would have: their cases first, with many sessions at once. */
export async function keepPortfolio(portfolio: DemoPortfolio, members: Members, keeping: Keeping): Promise<void> {
  const caseIds = new Map<string, string>()
  for (const treatment of portfolio.cases) caseIds.set(treatment.key, await keepTreatment(treatment, keeping))
  const imre = memberOf(members, 'imre').actor.id
  for (const session of portfolio.supervision) await keepSession(session, imre, caseIds, keeping)
  for (const entry of portfolio.cpd) await keepDevelopment(entry, keeping)
  for (const entry of portfolio.reflections) await keepThoughts(entry, caseIds, keeping)
}

async function keepTreatment(treatment: DemoPortfolio['cases'][number], keeping: Keeping): Promise<string> {
  const { member, after } = keeping
  const { key: _, sessions, isEnded, isEndedEarly, ...categories } = treatment
  const startedOn = weekdayBefore(dayAgo(sessions.firstDaysAgo, keeping), sessions.weekday)
  const until = addDays(startedOn, (sessions.weeks - 1) * 7)
  const said = { ...categories, isPrimaryIntervention: true, startedOn, endedOn: null, isEndedEarly: false }
  const kept = await keepCase(member.actor, { value: { ...said, seenVersion: 0 }, typed: {} }, after(startedOn))
  const { id } = done(kept)
  const without = sessions.without.map((week) => addDays(startedOn, week * 7))
  const run = { intent: 'add-sessions' as const, on: startedOn, rhythm: 'week' as const, until, without }
  const value = { ...run, also: [], minutes: sessions.minutes, seenVersion: 1 }
  done(await addSessions(member.actor, id, { value, typed: {} }, after(until)))
  if (!isEnded) return id
  const ended = { ...said, endedOn: until, isEndedEarly, seenVersion: 2 }
  done(await correctCase(member.actor, id, { value: ended, typed: {} }, after(until)))
  return id
}

async function keepSession(
  { daysAgo, weekday, at, supervisees, cases, ...said }: DemoPortfolio['supervision'][number],
  supervisorId: string,
  caseIds: CaseIds,
  keeping: Keeping,
): Promise<void> {
  const on = weekdayBefore(dayAgo(daysAgo, keeping), weekday)
  const value = {
    ...said,
    on,
    startsAt: at,
    mode: supervisees ? ('group' as const) : ('individual' as const),
    supervisees: `${supervisees ?? ''}`,
    caseIds: cases.map((key) => caseIds.get(key) ?? key),
    supervisorId,
    seenVersion: 0,
  }
  done(await keepSupervision(keeping.member.actor, { value, typed: {} }, keeping.after(on)))
}

async function keepDevelopment({ daysAgo, ...said }: DemoPortfolio['cpd'][number], keeping: Keeping): Promise<void> {
  const value = { ...said, on: dayAgo(daysAgo, keeping), seenVersion: 0 }
  done(await keepCpd(keeping.member.actor, { value, typed: {} }, keeping.after(value.on)))
}

async function keepThoughts(
  { daysAgo, isReport, case: about, ...texts }: DemoPortfolio['reflections'][number],
  caseIds: CaseIds,
  keeping: Keeping,
): Promise<void> {
  const fields = {
    ...texts,
    on: dayAgo(daysAgo, keeping),
    isReport: isReport ? 'on' : '',
    caseId: (about && caseIds.get(about)) || '',
  }
  const sent = { draftVersion: 0, seenVersion: 0, fields, typed: {} }
  const kept = await keepReflection(keeping.member.actor, null, sent, keeping.after(fields.on))
  if ('refused' in kept) throw refusal(kept.refused.fault)
}

const dayAgo = (days: number, { member, now }: Keeping): Day => addDays(todayIn(member.timeZone, now), -days)

/** The last such weekday on a day or before it; 1 is Monday. */
const weekdayBefore = (day: Day, weekday: number): Day => addDays(day, -((new Date(day).getUTCDay() - weekday + 7) % 7))

/** A slip in the file stops the making of the cast, and says what was refused. */
function done<Result extends object>(result: Result | { fault: object }): Exclude<Result, { fault: object }> {
  if ('fault' in result) throw refusal(result.fault as object)
  return result as Exclude<Result, { fault: object }>
}

const refusal = (fault: object) => new Error(`An entry of the demonstration was refused: ${JSON.stringify(fault)}`)
