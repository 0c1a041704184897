import { listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isReadyToAsk } from '#app/domain/portfolio/countersigning.ts'
import { isCountersigned, type PortfolioKind } from '#app/domain/portfolio/entry.ts'
import {
  cpdMethodNames,
  diagnosisNames,
  kindNames,
  sessionsWords,
  writtenMinutes,
} from '#app/domain/portfolio/words.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { inNumber } from '#app/domain/wording.ts'
import { codesOf, ofKind } from './entries-of-kind.ts'
import { writtenDay } from './written-day.ts'

/** One entry in a line. */
export type EntryLine = Pick<PortfolioEntry, 'id' | 'kind' | 'signature' | 'answeredAt' | 'reason' | 'madeAt'> & {
  title: string
  /** The supervisor who was asked, or answered. */
  by: string | null
  /** Whether a supervisor countersigns entries of this kind. */
  isCountersigned: boolean
}

export type Portfolio = {
  isEmpty: boolean
  kinds: { kind: PortfolioKind; count: number; says: string }[]
  sentBack: EntryLine[]
  waiting: EntryLine[]
  /** Ready for a supervisor, and put before none. */
  notAsked: number
  recent: EntryLine[]
}

const RECENT = 6

/** What the actor keeps, by kind; what waits for a supervisor or was sent back; what was written last. */
export async function viewPortfolio(actor: Pick<Actor, 'id'>): Promise<Portfolio> {
  const [entries, supervisors] = await Promise.all([listEntries(actor.id), listSupervisorChoices(actor.id)])
  const names = new Map(supervisors.map(({ id, name }) => [id, name]))
  const codes = codesOf(entries)
  const lines = entries.map((entry) => lineOf(entry, codes, names))
  const standing = (...states: PortfolioEntry['signature'][]) =>
    lines.filter((line) => line.isCountersigned && states.includes(line.signature))
  return {
    isEmpty: entries.length === 0,
    kinds: summaries(entries),
    sentBack: standing('refused', 'correction-asked'),
    waiting: standing('waiting'),
    notAsked: entries.filter((entry) => entry.signature === 'none' && isReady(entry)).length,
    recent: lines.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1)).slice(0, RECENT),
  }
}

const isReady = ({ kind, body }: PortfolioEntry) =>
  isCountersigned(kind) && isReadyToAsk(kind, body as Parameters<typeof isReadyToAsk>[1])

function lineOf(
  entry: PortfolioEntry,
  codes: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): EntryLine {
  const { id, kind, signature, answeredAt, reason, madeAt, signedBy } = entry
  return {
    ...{ id, kind, signature, answeredAt, reason, madeAt },
    title: titleOf(entry, codes),
    by: signedBy && (names.get(signedBy) ?? null),
    isCountersigned: isCountersigned(kind),
  }
}

function titleOf(entry: PortfolioEntry, codes: ReadonlyMap<string, string>): string {
  switch (entry.kind) {
    case 'case':
      return `Case ${entry.code}: ${diagnosisNames[entry.body.diagnosis].toLowerCase()}`
    case 'supervision':
      return `Supervision on ${writtenDay(entry.body.on)}, ${minutesWords(entry.body.minutes)}`
    case 'clip':
      return `Clip of session ${entry.body.sessionNumber} of ${codes.get(entry.caseId ?? '') ?? 'a case'}`
    case 'cpd':
      return `${cpdMethodNames[entry.body.method]}: ${entry.body.topic}`
    default:
      return `${kindNames[entry.kind].one}: ${entry.body.title}`
  }
}

function summaries(entries: readonly PortfolioEntry[]): Portfolio['kinds'] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const [cases, supervision] = [ofKind(entries, 'case'), ofKind(entries, 'supervision')]
  const [clips, cpd] = [ofKind(entries, 'clip'), ofKind(entries, 'cpd')]
  const [trainings, reflections] = [ofKind(entries, 'training'), ofKind(entries, 'reflection')]
  const hasReport = reflections.some(({ body }) => body.isReport)
  return [
    { kind: 'case', count: cases.length, says: sessionsWords(sum(cases.map(({ body }) => body.sessions.length))) },
    {
      kind: 'supervision',
      count: supervision.length,
      says: writtenMinutes(sum(supervision.map(({ body }) => body.minutes))),
    },
    { kind: 'clip', count: clips.length, says: `${clips.filter(({ ratedOn }) => ratedOn).length} reviewed` },
    {
      kind: 'training',
      count: trainings.length,
      says: inNumber(sum(trainings.map(({ body }) => body.days)), { one: '1 day', other: '{n} days' }),
    },
    { kind: 'reflection', count: reflections.length, says: hasReport ? 'with the report' : 'no report yet' },
    {
      kind: 'cpd',
      count: cpd.length,
      says: inNumber(sum(cpd.map(({ body }) => body.hours)), { one: '1 hour', other: '{n} hours' }),
    },
  ]
}
