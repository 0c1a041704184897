import type { Day, PortfolioBodies, PortfolioKind } from '#app/domain/portfolio/entry.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import type { Db, Prisma } from './client.server.ts'

/** Holds an entry until the transaction ends, so that of one who changes it and one who signs it the later sees what the earlier did. */
export async function holdEntry(tx: Db, entryId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM portfolio_entry WHERE id = ${entryId}::uuid FOR UPDATE`
}

/** Every code that a case of this person ever had. */
export async function listCaseCodes(tx: Db, ownerId: string): Promise<Set<string>> {
  const rows = await tx.portfolioEntry.findMany({ where: { ownerId, kind: 'case' }, select: { code: true } })
  return new Set(rows.flatMap(({ code }) => code ?? []))
}

/** Two who write into the same portfolio go one after the other. */
export async function holdPortfolio(tx: Db, ownerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${ownerId}::uuid FOR NO KEY UPDATE`
}

export type EntryContent<Kind extends PortfolioKind> = {
  body: PortfolioBodies[Kind]
  digest: string
  occurredOn: Day
  confirmed: readonly Confirmation[]
  now: Date
}

type NewEntry<Kind extends PortfolioKind> = EntryContent<Kind> & {
  ownerId: string
  kind: Kind
  code?: string | undefined
  caseId?: string | undefined
}

export async function insertEntry<Kind extends PortfolioKind>(tx: Db, entry: NewEntry<Kind>): Promise<string> {
  const { ownerId, kind, code, caseId, occurredOn, now } = entry
  const data = { ownerId, kind, code, caseId, occurredOn: new Date(occurredOn), createdAt: now }
  const { id } = await tx.portfolioEntry.create({ data, select: { id: true } })
  await insertVersion(tx, id, 1, entry)
  return id
}

/** Puts a further version in force, held by the caller. What supervisors were asked or said of the earlier ones is void from now on. */
export async function reviseEntry<Kind extends PortfolioKind>(
  tx: Db,
  { id, version }: { id: string; version: number },
  content: EntryContent<Kind>,
): Promise<void> {
  await insertVersion(tx, id, version + 1, content)
  const occurredOn = new Date(content.occurredOn)
  await tx.portfolioEntry.updateMany({ where: { id }, data: { version: version + 1, occurredOn } })
  await voidCountersignings(tx, id, content.now)
}

/** Takes an entry, held by the caller, away. What supervisors were asked of it is void. */
export async function removeEntry(tx: Db, id: string, now: Date): Promise<void> {
  await tx.portfolioEntry.updateMany({ where: { id }, data: { removedAt: now } })
  await voidCountersignings(tx, id, now)
}

const voidCountersignings = (tx: Db, entryId: string, now: Date) =>
  tx.countersigning.updateMany({ where: { entryId, voidedAt: null }, data: { voidedAt: now } })

async function insertVersion<Kind extends PortfolioKind>(
  tx: Db,
  entryId: string,
  number: number,
  { body, digest, confirmed, now: madeAt }: EntryContent<Kind>,
): Promise<void> {
  const json = body as unknown as Prisma.InputJsonObject
  await tx.portfolioVersion.create({
    data: { entryId, number, body: json, digest, confirmed: [...confirmed], madeAt },
    select: { number: true },
  })
}
