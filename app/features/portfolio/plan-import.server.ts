import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import type { SupervisorChoice } from '#app/db/supervisors.server.ts'
import { inList } from '#app/domain/listing.ts'
import { addedSessionFaults, withSessions } from '#app/domain/portfolio/case-rules.ts'
import { daysBetween, readTypedDays, todayIn } from '#app/domain/portfolio/days.ts'
import type { CaseBody, CaseSession, Day, SupervisionBody } from '#app/domain/portfolio/entry.ts'
import { supervisionFaults } from '#app/domain/portfolio/supervision-rules.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { findIdentifiers } from '#app/screen/identifier-screen.server.ts'
import { type EntryOf, ofKind } from './entries-of-kind.ts'
import { type LineFault, type LogLine, readLog } from './read-log.ts'
import { supervisionBody, supervisionForm } from './supervision-form.server.ts'
import { writtenDay } from './written-day.ts'

export type ImportPlan = {
  faults: LineFault[]
  /** What every line that can be kept comes to, in words. */
  told: { line: number; says: string }[]
  supervision: SupervisionBody[]
  /** Treatments with the sessions that are added; those that were countersigned lose the signature. */
  cases: { entry: EntryOf<'case'>; body: CaseBody; added: number }[]
}

export type ImportSetting = {
  entries: readonly PortfolioEntry[]
  supervisors: readonly SupervisorChoice[]
  timeZone: string
  now: Date
}

type Planned = { says: string } | { message: string }

/** What a log would come to among everything that its owner keeps. Changes nothing; lines are judged in their order. */
export function planImport(text: string, setting: ImportSetting): ImportPlan {
  const { lines, faults } = readLog(text)
  const plan: ImportPlan = { faults: [...faults], told: [], supervision: [], cases: [] }
  const kept = ofKind(setting.entries, 'supervision').map(({ body }) => body)
  for (const one of lines) {
    const { kind = '' } = one.fields
    const planned: Planned =
      kind === 'supervision'
        ? planSupervision(one, plan, kept, setting)
        : kind === 'session'
          ? planSession(one, plan, setting)
          : { message: `“${kind}” is neither “supervision” nor “session”.` }
    if ('message' in planned) plan.faults.push({ line: one.line, message: planned.message })
    else plan.told.push({ line: one.line, says: planned.says })
  }
  plan.faults.sort((a, b) => a.line - b.line)
  return plan
}

function planSupervision(
  { fields }: LogLine,
  plan: ImportPlan,
  kept: readonly SupervisionBody[],
  { entries, supervisors, timeZone, now }: ImportSetting,
): Planned {
  const cases = ofKind(entries, 'case')
  const codes = splitCodes(fields.cases)
  const unknown = codes.find((code) => !cases.some((entry) => entry.code === code))
  if (unknown) return { message: `You have no case ${unknown}. Enter the case first.` }
  const supervisor = supervisors.filter(({ name }) => name.toLowerCase() === (fields.supervisor ?? '').toLowerCase())
  if (supervisor.length !== 1)
    return { message: `“${fields.supervisor ?? ''}” is not an approved supervisor. Give the name as in the list.` }
  const read = supervisionForm.safeParse({
    on: dayOf(fields.date),
    startsAt: (fields.start ?? '').padStart(5, '0'),
    minutes: fields.minutes ?? '',
    mode: (fields.mode || 'individual').toLowerCase(),
    supervisees: fields.supervisees ?? '',
    caseIds: cases.filter(({ code }) => code !== null && codes.includes(code)).map(({ id }) => id),
    supervisorId: supervisor[0]?.id ?? '',
    takenAway: fields.taken_away ?? '',
    seenVersion: '0',
  })
  if (!read.success) return { message: read.error.issues.map(({ message }) => message).join(' ') }
  const body = supervisionBody(read.data, timeZone)
  const hits = findIdentifiers(body.takenAway, todayIn(timeZone, now))
  if (hits.length > 0)
    return {
      message: `This may tell who a patient is: ${inList(hits.map(({ text }) => `“${text}”`))}. Take it out, or enter this session by its form, where you can say why it may stay.`,
    }
  const faults = supervisionFaults(body, {
    now,
    // Only what lies near can overlap; comparing every pair of a long log by the clocks of their places takes long.
    others: [...kept, ...plan.supervision].filter(({ on }) => Math.abs(daysBetween(on, body.on)) <= 2),
    caseIds: new Set(cases.map(({ id }) => id)),
    supervisorIds: new Set(supervisors.map(({ id }) => id)),
    written: ({ on, startsAt, minutes }) => `${writtenDay(on)}, ${startsAt} (${minutesWords(minutes)})`,
  })
  const messages = Object.values(faults)
  if (messages.length > 0) return { message: messages.join(' ') }
  plan.supervision.push(body)
  return { says: `Supervision on ${writtenDay(body.on)}, ${minutesWords(body.minutes)}` }
}

function planSession({ fields }: LogLine, plan: ImportPlan, { entries, timeZone, now }: ImportSetting): Planned {
  const [code, ...others] = splitCodes(fields.cases)
  const entry = ofKind(entries, 'case').find((one) => code !== undefined && one.code === code)
  if (!entry || others.length > 0)
    return { message: `A session belongs to one case of yours; “${fields.cases ?? ''}” is none.` }
  const on = dayOf(fields.date)
  if (!on) return { message: `“${fields.date ?? ''}” is not a day. Write it as 2026-03-09.` }
  if (!/^\d{1,4}$/.test(fields.minutes ?? '')) return { message: 'Minutes as a whole number.' }
  const session: CaseSession = { on, minutes: Number(fields.minutes) }
  const planned = plan.cases.find((one) => one.entry.id === entry.id) ?? { entry, body: entry.body, added: 0 }
  const messages = Object.values(addedSessionFaults(planned.body, [session], todayIn(timeZone, now), writtenDay))
  if (messages.length > 0) return { message: messages.join(' ') }
  if (planned.added === 0) plan.cases.push(planned)
  planned.body = withSessions(planned.body, [session])
  planned.added += 1
  return { says: `Session of case ${code} on ${writtenDay(on)}, ${minutesWords(session.minutes)}` }
}

const splitCodes = (codes = '') =>
  codes
    .split(/[\s,;/|]+/)
    .map((code) => code.trim().toUpperCase())
    .filter(Boolean)

function dayOf(typed = ''): Day | undefined {
  const read = readTypedDays(typed)
  return 'days' in read && read.days.length === 1 ? read.days[0] : undefined
}
