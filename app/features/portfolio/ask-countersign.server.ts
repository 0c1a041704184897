import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { insertRequest, voidOpenRequest } from '#app/db/countersigning.server.ts'
import { enqueueJobLater } from '#app/db/jobs.server.ts'
import { findOwnEntry, listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import { holdEntry, holdPortfolio } from '#app/db/portfolio-writing.server.ts'
import { findMailing } from '#app/db/supervisor-links.server.ts'
import { listSupervisorChoices } from '#app/db/supervisors.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { decideAsk, isReadyToAsk } from '#app/domain/portfolio/countersigning.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { nextMailAt } from '#app/domain/portfolio/supervisor-mail.ts'

type Signable = Extract<PortfolioEntry, { kind: 'case' | 'supervision' }>

export type AskWish = {
  /** Entries by their ids, or all that is new. */
  entries: readonly string[] | 'all-new'
  /** For cases, which name nobody themselves. */
  caseSupervisorId?: string | undefined
}

export type Asked = { asked: number; refused: { entryId: string; because: string }[] }

/**
 * Puts the actor's own cases and sessions before their supervisors, each as it stands now: a session goes to whom it names, a case
 * to whom the actor chose among the approved. What cannot be asked is given back with the reason, and the rest is asked.
 * @throws 404 for an entry that is not the actor's own, or of a kind that nobody countersigns.
 */
export function askCountersign(actor: Actor, { entries, caseSupervisorId }: AskWish, now: Date): Promise<Asked> {
  return transact(async (tx) => {
    await holdPortfolio(tx, actor.id)
    const wanted = choose(await listEntries(actor.id, undefined, tx), { entries, caseSupervisorId })
    const choices = await listSupervisorChoices(actor.id, tx)
    const today = todayIn(actor.timeZone, now)
    const result: Asked = { asked: 0, refused: [] }
    const supervisors = new Set<string>()
    for (const entry of wanted) {
      const supervisorId = entry.kind === 'case' ? (caseSupervisorId ?? '') : entry.body.supervisorId
      const approvals = choices.find(({ id }) => id === supervisorId)?.approvals ?? []
      const verdict = decideAsk({ ...factsOf(entry), ownerId: actor.id, supervisorId, approvals, today })
      if (verdict.allowed && (await ask(tx, actor, entry, supervisorId, now))) {
        result.asked += 1
        supervisors.add(supervisorId)
      } else if (!verdict.allowed) result.refused.push({ entryId: entry.id, because: verdict.because })
    }
    for (const id of [...supervisors].sort()) await mailLater(tx, id, now)
    return result
  })
}

function choose(all: readonly PortfolioEntry[], { entries, caseSupervisorId }: AskWish): Signable[] {
  const signable = all.filter((entry): entry is Signable => entry.kind === 'case' || entry.kind === 'supervision')
  if (entries !== 'all-new') {
    const found = signable.filter(({ id }) => entries.includes(id))
    if (found.length < new Set(entries).size) throw notThere()
    return found
  }
  return signable.filter(
    (entry) =>
      entry.signature === 'none' &&
      isReadyToAsk(entry.kind, entry.body as { endedOn?: string | null }) &&
      (entry.kind !== 'case' || Boolean(caseSupervisorId)),
  )
}

const notThere = () => new Response('There is no such entry in your portfolio.', { status: 404 })

const factsOf = ({ kind, body, signature, signedBy }: Signable) => ({
  entry: { kind, body } as Parameters<typeof decideAsk>[0]['entry'],
  signature,
  signedBy,
})

/** @returns false when somebody asked at the same moment. */
async function ask(tx: Db, actor: Actor, entry: Signable, supervisorId: string, now: Date): Promise<boolean> {
  const { id: entryId, version, digest, kind } = entry
  const id = await insertRequest(tx, { entryId, version, digest, supervisorId, now })
  if (!id) return false
  const details = { entryId, version, kind, supervisorId }
  await recordAudit(tx, {
    actor,
    action: 'countersigning.asked',
    object: { kind: 'countersigning', id },
    details,
    at: now,
  })
  return true
}

/** Asked many times until then, one mail is written. */
async function mailLater(tx: Db, supervisorId: string, now: Date): Promise<void> {
  const { timeZone, lastMailedAt } = await findMailing(tx, supervisorId)
  const due = nextMailAt(now, lastMailedAt, timeZone)
  await enqueueJobLater(tx, 'tell-supervisor', { supervisorId }, { key: `supervisor:${supervisorId}`, due })
}

/**
 * Takes an own entry back from the supervisor before they have answered.
 * @returns false when there is nothing to take back: it was answered meanwhile, or never asked.
 * @throws 404 for an entry that is not the actor's own.
 */
export function withdrawRequest(actor: Actor, entryId: string, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    if (!(await findOwnEntry(actor.id, entryId, tx))) throw notThere()
    await holdEntry(tx, entryId)
    const id = await voidOpenRequest(tx, entryId, now)
    if (!id) return false
    const object = { kind: 'countersigning', id }
    await recordAudit(tx, { actor, action: 'countersigning.withdrawn', object, details: { entryId }, at: now })
    return true
  })
}
