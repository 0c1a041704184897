import type { Day, PortfolioBodies, PortfolioKind } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** An entry that is not erased, also one that its owner took out. Discriminated by `kind`. */
export type KeptEntry = {
  [Kind in PortfolioKind]: {
    id: string
    kind: Kind
    code: string | null
    body: PortfolioBodies[Kind]
    /** In UTC: to the day is near enough for a term of months. */
    removedOn: Day | null
  }
}[PortfolioKind]

const columns = Prisma.sql`
  e.id, e.kind::text AS kind, e.code, v.body, to_char(e.removed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "removedOn"`
const tables = Prisma.sql`
  portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version AND v.erased_at IS NULL`

/** An application under way holds what it rests on. */
const isHeld = Prisma.sql`EXISTS (SELECT 1 FROM application a WHERE a.user_id = e.owner_id AND a.closed_at IS NULL)`

/** All that is kept of one person's portfolio. One statement. */
export const listKept = (ownerId: string, tx: Db = db()): Promise<(KeptEntry & { isHeld: boolean })[]> =>
  tx.$queryRaw<(KeptEntry & { isHeld: boolean })[]>`
    SELECT ${columns}, ${isHeld} AS "isHeld" FROM ${tables} WHERE e.owner_id = ${ownerId}::uuid ORDER BY e.occurred_on, e.id`

type DueSearch = { occurredBefore: Day; removedBefore: Date; after: string | null; limit: number }

/** Entries that may be due to be erased, of anybody, in the order of their ids; what an application holds is not among them. */
export const listPossiblyDue = ({ occurredBefore, removedBefore, after, limit }: DueSearch): Promise<KeptEntry[]> =>
  db().$queryRaw<KeptEntry[]>`
    SELECT ${columns} FROM ${tables}
    WHERE (e.occurred_on < ${occurredBefore}::date OR e.removed_at < ${removedBefore}::timestamptz) AND NOT ${isHeld}
      ${after ? Prisma.sql`AND e.id > ${after}::uuid` : Prisma.empty}
    ORDER BY e.id LIMIT ${limit}`

/** One of these, held by the caller, once more: it may have been corrected, or an application begun, since it was looked for. */
export async function findErasable(tx: Db, id: string): Promise<KeptEntry | null> {
  const [entry] = await tx.$queryRaw<
    KeptEntry[]
  >`SELECT ${columns} FROM ${tables} WHERE e.id = ${id}::uuid AND NOT ${isHeld}`
  return entry ?? null
}

/**
 * Erases what an entry, held by the caller, says in each of its versions, and forgets its files. That it was there, its days and its
 * digests stay. @returns the keys under which its files lie.
 */
export async function eraseEntry(tx: Db, id: string, now: Date): Promise<string[]> {
  const erased = { body: {}, confirmed: [], erasedAt: now }
  await tx.portfolioVersion.updateMany({ where: { entryId: id, erasedAt: null }, data: erased })
  await tx.portfolioEntry.updateMany({ where: { id, removedAt: null }, data: { removedAt: now } })
  await tx.countersigning.updateMany({ where: { entryId: id, voidedAt: null, answer: null }, data: { voidedAt: now } })
  const files = await tx.storedFile.findMany({ where: { entryId: id, erasedAt: null }, select: { key: true } })
  await tx.storedFile.updateMany({ where: { entryId: id, erasedAt: null }, data: { name: '', erasedAt: now } })
  return files.map(({ key }) => key)
}
