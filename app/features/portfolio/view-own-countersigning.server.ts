import { listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { type AskOffer, findAskOffer } from '#app/db/supervision.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'

type Signable = Extract<PortfolioEntry, { kind: 'case' | 'supervision' }>

/** A case or a session as its owner sees it before a supervisor. */
export type OwnSignable = Pick<
  Signable,
  'id' | 'kind' | 'code' | 'signature' | 'answeredAt' | 'reason' | 'isSignatureVoided' | 'occurredOn'
> & {
  supervisorId: string | null
  supervisorName: string | null
  /** A case on which somebody still works: each further session would take a signature away. */
  isUnderWay: boolean
}

export type OwnCountersigning = {
  /** Nobody was asked, or another supervisor than the one who refused may be. */
  toAsk: OwnSignable[]
  returned: OwnSignable[]
  waiting: OwnSignable[]
  signed: OwnSignable[]
  /** Whom a case can be put before: whoever is or was approved. */
  supervisors: { id: string; name: string }[]
  statements: AskOffer['statements']
}

/** Every case and session of the actor by how it stands before a supervisor. Two statements. */
export async function viewOwnCountersigning(actor: Actor, now: Date): Promise<OwnCountersigning> {
  const [entries, { choices, statements }] = await Promise.all([listEntries(actor.id), findAskOffer(actor.id)])
  const names = new Map(choices.map(({ id, name }) => [id, name]))
  const own = entries
    .filter((entry): entry is Signable => entry.kind === 'case' || entry.kind === 'supervision')
    .map((entry) => asOwn(entry, names))
  const today: Day = todayIn(actor.timeZone, now)
  const those = (...states: OwnSignable['signature'][]) => own.filter(({ signature }) => states.includes(signature))
  return {
    toAsk: own.filter(({ kind, signature }) => signature === 'none' || (kind === 'case' && signature === 'refused')),
    returned: those('refused', 'correction-asked'),
    waiting: those('waiting'),
    signed: those('signed'),
    supervisors: choices
      .filter(({ approvals }) => approvals.some(({ startsOn }) => startsOn <= today))
      .map(({ id, name }) => ({ id, name })),
    statements,
  }
}

function asOwn(entry: Signable, names: ReadonlyMap<string, string>): OwnSignable {
  const { id, kind, code, signature, answeredAt, reason, isSignatureVoided, occurredOn } = entry
  const supervisorId = entry.signedBy ?? (entry.kind === 'supervision' ? entry.body.supervisorId : null)
  const supervisorName = supervisorId ? (names.get(supervisorId) ?? null) : null
  const isUnderWay = entry.kind === 'case' && entry.body.endedOn === null
  const standing = { signature, answeredAt, reason, isSignatureVoided }
  return { id, kind, code, occurredOn, ...standing, supervisorId, supervisorName, isUnderWay }
}
