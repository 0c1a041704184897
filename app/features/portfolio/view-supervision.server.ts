import { listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices, type SupervisorChoice } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isApprovedOn, type Period } from '#app/domain/portfolio/approval.ts'
import { latestOf, todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Gap, monthsOf, supervisionGaps } from '#app/domain/portfolio/supervision-calendar.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { codesOf, type EntryOf, entryIn, ofKind } from './entries-of-kind.ts'
import { blankSupervision, fieldsOfSupervision, repeated } from './supervision-form.server.ts'
import type { InitialFields } from './typed-fields.ts'
import { writtenDay } from './written-day.ts'

export type SessionView = EntryOf<'supervision'> & {
  supervisorName: string
  caseCodes: string[]
  /** Its supervisor was approved on that day. */
  isCounted: boolean
}

export type SupervisionLog = {
  sessions: SessionView[]
  totals: { minutes: number; countersignedMinutes: number }
  /** `YYYY-MM`, the latest first, from the first session to today. */
  months: string[]
  gaps: Gap[]
}

/** All of the actor's supervision, the latest first, with the stretches that had none. */
export async function viewSupervision(actor: Pick<Actor, 'id' | 'timeZone'>, now: Date): Promise<SupervisionLog> {
  const { entries, supervisors } = await load(actor)
  const sessions = ofKind(entries, 'supervision').map((entry) => sessionView(entry, entries, supervisors))
  const minutesOf = (some: readonly SessionView[]) => some.reduce((sum, { body }) => sum + body.minutes, 0)
  const days = sessions.map(({ body }) => body.on)
  const today = todayIn(actor.timeZone, now)
  return {
    sessions: sessions.sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1)),
    totals: {
      minutes: minutesOf(sessions),
      countersignedMinutes: minutesOf(sessions.filter(({ signature }) => signature === 'signed')),
    },
    months: days.length > 0 ? monthsOf(days, today) : [],
    gaps: supervisionGaps(days, neededUntil(entries, today)),
  }
}

/** Supervision goes on while a treatment does: after the last of them has ended its absence is no gap. */
function neededUntil(entries: readonly PortfolioEntry[], today: Day): Day {
  const [first = today, ...others] = ofKind(entries, 'case').map(({ body }) => body.endedOn ?? today)
  return latestOf(first, ...others)
}

const startOf = ({ body }: SessionView) => `${body.on} ${body.startsAt}`

type Choice = { value: string; label: string }

/** What the form of a session offers. */
export type SupervisionOffer = { supervisors: Choice[]; cases: Choice[] }

export type NewSupervision = SupervisionOffer & {
  initial: InitialFields
  /** What can be repeated, in words. */
  last: string | null
}

/** The form of a new session: blank, or the last one once more. */
export async function viewNewSupervision(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  isRepeat: boolean,
  now: Date,
): Promise<NewSupervision> {
  const { entries, supervisors } = await load(actor)
  const [last] = ofKind(entries, 'supervision').map(({ body }) => body)
  const today = todayIn(actor.timeZone, now)
  return {
    ...offer(entries, supervisors),
    initial: last && isRepeat ? repeated(last, today) : blankSupervision(today, last),
    last: last ? `${writtenDay(last.on)}, ${last.startsAt}, ${minutesWords(last.minutes)}` : null,
  }
}

export type OwnSession = SupervisionOffer & { session: SessionView; initial: InitialFields }

/** One session with the form to correct it. @throws 404 where it is not the actor's. */
export async function viewSession(actor: Pick<Actor, 'id'>, id: string): Promise<OwnSession> {
  const { entries, supervisors } = await load(actor)
  const session = sessionView(entryIn(entries, 'supervision', id), entries, supervisors)
  return { ...offer(entries, supervisors), session, initial: fieldsOfSupervision(session.body) }
}

async function load(actor: Pick<Actor, 'id'>) {
  const [entries, supervisors] = await Promise.all([listEntries(actor.id), listSupervisorChoices(actor.id)])
  return { entries, supervisors }
}

function sessionView(
  entry: EntryOf<'supervision'>,
  entries: readonly PortfolioEntry[],
  supervisors: readonly SupervisorChoice[],
): SessionView {
  const codes = codesOf(entries)
  const supervisor = supervisors.find(({ id }) => id === entry.body.supervisorId)
  return {
    ...entry,
    supervisorName: supervisor?.name ?? 'Somebody who has left',
    caseCodes: entry.body.caseIds.flatMap((id) => codes.get(id) ?? []),
    isCounted: isApprovedOn(supervisor?.approvals ?? [], entry.body.on),
  }
}

const offer = (entries: readonly PortfolioEntry[], supervisors: readonly SupervisorChoice[]): SupervisionOffer => ({
  supervisors: supervisors.map(({ id, name, approvals }) => ({
    value: id,
    label: `${name} (approved ${approvals.map(writtenPeriod).join('; ')})`,
  })),
  cases: ofKind(entries, 'case').map(({ id, code }) => ({ value: id, label: code ?? '' })),
})

const writtenPeriod = ({ startsOn, endsOn }: Period) =>
  endsOn ? `${writtenDay(startsOn)} to ${writtenDay(endsOn)}` : `since ${writtenDay(startsOn)}`
