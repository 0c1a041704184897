import { randomBytes } from 'node:crypto'
import { digestOf } from '#app/content/digest.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteKeptForm } from '#app/db/drafts.server.ts'
import { listEntries, type PortfolioEntry } from '#app/db/portfolio.server.ts'
import {
  holdEntry,
  holdPortfolio,
  insertEntry,
  listCaseCodes,
  removeEntry,
  reviseEntry,
} from '#app/db/portfolio-writing.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { CASE_CODE_RANDOM_BYTES, caseCode } from '#app/domain/portfolio/case-code.ts'
import { dayOfEntry, type PortfolioBodies, type PortfolioKind } from '#app/domain/portfolio/entry.ts'
import type { EntryFaults } from '#app/domain/portfolio/faults.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'

type Writer = Pick<Actor, 'id' | 'requestId'>

export type Writing<Kind extends PortfolioKind> = {
  kind: Kind
  body: PortfolioBodies[Kind]
  /** Of a clip. */
  caseId?: string | undefined
  confirmed?: readonly Confirmation[]
  /** What is written with it, in the same transaction: the record of its file. */
  alongside?: (tx: Db, entryId: string) => Promise<void>
}

/** What stands against an entry among everything else that its owner keeps, beside what its form could tell. */
export type Check = (others: readonly PortfolioEntry[]) => EntryFaults

const isFaulty = (faults: EntryFaults) => Object.keys(faults).length > 0

/**
 * Keeps something new in a person's own portfolio. What one person writes goes one after the other, so that two entries sent at
 * the same instant are checked against each other.
 */
export function keepEntry<Kind extends PortfolioKind>(
  actor: Writer,
  entry: Writing<Kind>,
  check: Check,
  now: Date,
): Promise<{ id: string } | { faults: EntryFaults }> {
  return transact(async (tx) => {
    await holdPortfolio(tx, actor.id)
    const others = await listEntries(actor.id, undefined, tx)
    const faults = check(others)
    if (isFaulty(faults)) return { faults }
    await deleteKeptForm(tx, actor, 'portfolio-entry', `${entry.kind}.new`)
    return { id: await insertAudited(tx, actor, entry, await listCaseCodes(tx, actor.id), now) }
  })
}

/** Keeps entries that were checked, in the caller's transaction: all or none. @returns their ids in the same order. */
export async function keepEntries(
  tx: Db,
  actor: Writer,
  entries: readonly Writing<PortfolioKind>[],
  now: Date,
): Promise<string[]> {
  const codes = await listCaseCodes(tx, actor.id)
  const ids: string[] = []
  for (const entry of entries) ids.push(await insertAudited(tx, actor, entry, codes, now))
  return ids
}

const CHANGED = 'This was changed elsewhere meanwhile. Below is what you typed; open it in another tab to compare.'

/**
 * Corrects an entry: a new version, beside which the earlier ones stay. A countersignature was given for an earlier version and is
 * void. To send the same again does nothing.
 * @param seenVersion the version that the person had before them.
 * @throws 404 for an entry that is not the actor's own, or of another kind.
 */
export function correctEntry<Kind extends PortfolioKind>(
  actor: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  { kind, body, confirmed = [], alongside }: Writing<Kind>,
  check: Check,
  now: Date,
): Promise<{ version: number } | { faults: EntryFaults }> {
  return transact(async (tx) => {
    const { entry, others } = await holdOwn(tx, actor, id)
    if (entry.kind !== kind) throw notThere()
    const isSame = digestOf(body) === entry.digest
    if (!isSame && entry.version !== seenVersion) return { faults: { '': CHANGED } }
    const faults = isSame ? {} : check(others)
    if (isFaulty(faults)) return { faults }
    await deleteKeptForm(tx, actor, 'portfolio-entry', `${kind}.${id}`)
    if (isSame) return { version: entry.version }

    const version = await reviseHeld(tx, actor, entry, { kind, body, confirmed, alongside }, now)
    return { version }
  })
}

/** A new version of an entry that was checked and is held, in the caller's transaction. @returns its number. */
export async function reviseHeld<Kind extends PortfolioKind>(
  tx: Db,
  actor: Writer,
  entry: Pick<PortfolioEntry, 'id' | 'version' | 'signature'>,
  { kind, body, confirmed = [], alongside }: Writing<Kind>,
  now: Date,
): Promise<number> {
  const content = { body, digest: digestOf(body), occurredOn: dayOfEntry(kind, body), confirmed, now }
  await reviseEntry(tx, entry, content)
  await alongside?.(tx, entry.id)
  const version = entry.version + 1
  const voidedSignature = entry.signature === 'signed'
  const details = { kind, version, voidedSignature, confirmedIdentifiers: confirmed.length }
  await audit(tx, actor, 'portfolio-entry.corrected', entry.id, details, now)
  return version
}

/**
 * Takes an entry out of the portfolio: it counts for nothing any more.
 * @param check what still rests on it, among everything else.
 * @throws 404 for an entry that is not the actor's own.
 */
export function takeEntryOut(
  actor: Writer,
  id: string,
  check: Check,
  now: Date,
): Promise<{ faults: EntryFaults } | null> {
  return transact(async (tx) => {
    const { entry, others } = await holdOwn(tx, actor, id)
    const faults = check(others)
    if (isFaulty(faults)) return { faults }
    await removeEntry(tx, id, now)
    await deleteKeptForm(tx, actor, 'portfolio-entry', `${entry.kind}.${id}`)
    await audit(tx, actor, 'portfolio-entry.removed', id, { kind: entry.kind, version: entry.version }, now)
    return null
  })
}

async function holdOwn(tx: Db, actor: Writer, id: string) {
  await holdPortfolio(tx, actor.id)
  await holdEntry(tx, id)
  const all = await listEntries(actor.id, undefined, tx)
  const entry = all.find((one) => one.id === id)
  if (!entry) throw notThere()
  return { entry, others: all.filter((one) => one.id !== id) }
}

const notThere = () => new Response('There is no such entry in your portfolio.', { status: 404 })

async function insertAudited<Kind extends PortfolioKind>(
  tx: Db,
  actor: Writer,
  { kind, body, caseId, confirmed = [], alongside }: Writing<Kind>,
  codes: Set<string>,
  now: Date,
): Promise<string> {
  const code = kind === 'case' ? freeCode(codes) : undefined
  const content = { body, digest: digestOf(body), occurredOn: dayOfEntry(kind, body), confirmed, now }
  const id = await insertEntry(tx, { ownerId: actor.id, kind, code, caseId, ...content })
  await alongside?.(tx, id)
  await audit(tx, actor, 'portfolio-entry.kept', id, { kind, version: 1, confirmedIdentifiers: confirmed.length }, now)
  return id
}

const audit = (
  tx: Db,
  actor: Writer,
  action: `portfolio-entry.${string}`,
  id: string,
  details: Record<string, string | number | boolean>,
  at: Date,
) => recordAudit(tx, { actor, action, object: { kind: 'portfolio-entry', id }, details, at })

/** One that no case of this person has had, and that none of the same import gets. */
function freeCode(codes: Set<string>): string {
  for (;;) {
    const code = caseCode(randomBytes(CASE_CODE_RANDOM_BYTES))
    if (codes.has(code)) continue
    codes.add(code)
    return code
  }
}
