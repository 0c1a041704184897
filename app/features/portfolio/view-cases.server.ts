import { listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type EntryOf, entryIn, ofKind } from './entries-of-kind.ts'

export type CaseView = EntryOf<'case'> & {
  supervisionMinutes: number
  supervisionSessions: number
  clips: number
  /** Who was asked to countersign it, or did. */
  signerName: string | null
}

/** Every treatment that the actor keeps, those under way first. */
export async function viewCases(actor: Pick<Actor, 'id'>): Promise<CaseView[]> {
  const { entries, names } = await ownEntries(actor)
  const cases = ofKind(entries, 'case').map((entry) => caseView(entry, entries, names))
  return cases.sort((a, b) => Number(a.body.endedOn !== null) - Number(b.body.endedOn !== null))
}

export type CasePage = CaseView & {
  /** Whom it can be put before. */
  supervisors: { id: string; name: string }[]
}

/** One treatment with what was kept about it. @throws 404 where it is not the actor's. */
export async function viewCase(actor: Pick<Actor, 'id'>, id: string): Promise<CasePage> {
  const { entries, names } = await ownEntries(actor)
  const supervisors = [...names].map(([supervisorId, name]) => ({ id: supervisorId, name }))
  return { ...caseView(entryIn(entries, 'case', id), entries, names), supervisors }
}

async function ownEntries(actor: Pick<Actor, 'id'>) {
  const [entries, supervisors] = await Promise.all([listEntries(actor.id), listSupervisorChoices(actor.id)])
  return { entries, names: new Map(supervisors.map(({ id, name }) => [id, name])) }
}

function caseView(
  entry: EntryOf<'case'>,
  entries: readonly PortfolioEntry[],
  names: ReadonlyMap<string, string>,
): CaseView {
  const supervised = ofKind(entries, 'supervision').filter(({ body }) => body.caseIds.includes(entry.id))
  return {
    ...entry,
    supervisionMinutes: supervised.reduce((sum, { body }) => sum + body.minutes, 0),
    supervisionSessions: supervised.length,
    clips: ofKind(entries, 'clip').filter(({ caseId }) => caseId === entry.id).length,
    signerName: entry.signedBy && (names.get(entry.signedBy) ?? null),
  }
}
