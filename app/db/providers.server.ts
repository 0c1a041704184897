import type { Period } from '#app/domain/portfolio/approval.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'

export type Provider = {
  id: string
  name: string
  approvals: Period[]
  /** A trainee asked for it, and nobody has approved it so far. */
  isAskedFor: boolean
  isDeclined: boolean
}

const approvalsOf = Prisma.sql`
  coalesce((SELECT json_agg(json_build_object('startsOn', to_char(a.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'))
                            ORDER BY a.starts_on, a.id)
            FROM provider_approval a WHERE a.provider_id = p.id), '[]')`

const isListed = Prisma.sql`
  p.asked_by_id IS NULL OR EXISTS (SELECT 1 FROM provider_approval a WHERE a.provider_id = p.id)`

/** What a trainee chooses from, by name: the providers that staff know, and those that this person asked for. */
export const providersFor = (userId: string) => Prisma.sql`
  SELECT p.id, p.name, ${approvalsOf} AS approvals, NOT (${isListed}) AS "isAskedFor", p.declined_at IS NOT NULL AS "isDeclined"
  FROM provider p WHERE ${isListed} OR p.asked_by_id = ${userId}::uuid
  ORDER BY lower(p.name), p.id`

/** The same as a list. One statement. */
export const listProvidersFor = (userId: string, tx: Db = db()): Promise<Provider[]> =>
  tx.$queryRaw<Provider[]>(providersFor(userId))

export type ManagedProvider = Omit<Provider, 'approvals'> & {
  approvals: (Period & { id: string; note: string; approvedBy: string })[]
  /** Whoever asked for it. */
  askedBy: string | null
  trainings: number
}

/** Every provider with its approvals, those first that somebody asked for and nobody has decided on. One statement. */
export const listManagedProviders = (tx: Db = db()): Promise<ManagedProvider[]> =>
  tx.$queryRaw<ManagedProvider[]>`
    SELECT p.id, p.name, NOT (${isListed}) AS "isAskedFor", p.declined_at IS NOT NULL AS "isDeclined", asker.name AS "askedBy",
      coalesce((SELECT json_agg(json_build_object('id', a.id, 'startsOn', to_char(a.starts_on, 'YYYY-MM-DD'),
                                  'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'), 'note', a.note, 'approvedBy', coalesce(by_.name, ''))
                                ORDER BY a.starts_on, a.id)
                FROM provider_approval a LEFT JOIN "user" by_ ON by_.id = a.approved_by_id WHERE a.provider_id = p.id), '[]') AS approvals,
      (SELECT count(*)::int FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
       WHERE e.kind = 'training' AND e.removed_at IS NULL AND v.body->>'providerId' = p.id::text) AS trainings
    FROM provider p LEFT JOIN "user" asker ON asker.id = p.asked_by_id
    ORDER BY NOT (${isListed}) AND p.declined_at IS NULL DESC, lower(p.name), p.id`

/** @returns the id of a provider of this name, however it is capitalised. */
export async function findProviderByName(tx: Db, name: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM provider WHERE lower(name) = lower(${name})`
  return row?.id ?? null
}

/** Holds a provider until the transaction ends. @returns false where there is none. */
export async function holdProvider(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM provider WHERE id = ${id}::uuid FOR UPDATE`
  return rows.length > 0
}

type NewProvider = { id: string; name: string; askedById?: string | undefined; now: Date }

/** @throws a unique violation where one of this very name was entered meanwhile. */
export async function insertProvider(tx: Db, { now, ...provider }: NewProvider): Promise<void> {
  await tx.provider.create({ data: { ...provider, createdAt: now }, select: { id: true } })
}

type NewApproval = {
  providerId: string
  startsOn: Day
  endsOn: Day | null
  note: string
  approvedById: string
  now: Date
}

export async function insertProviderApproval(
  tx: Db,
  { startsOn, endsOn, now, ...approval }: NewApproval,
): Promise<void> {
  const days = { startsOn: new Date(startsOn), endsOn: endsOn === null ? null : new Date(endsOn) }
  await tx.providerApproval.create({ data: { ...approval, ...days, approvedAt: now }, select: { id: true } })
  await tx.provider.updateMany({ where: { id: approval.providerId }, data: { declinedAt: null } })
}

/** Ends an approval with this day, not after the day with which it would have ended. @returns its provider; null where nothing was ended. */
export async function endProviderApproval(tx: Db, id: string, endsOn: Day): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ providerId: string }[]>`
    UPDATE provider_approval SET ends_on = ${endsOn}::date
    WHERE id = ${id}::uuid AND starts_on <= ${endsOn}::date AND (ends_on IS NULL OR ends_on > ${endsOn}::date)
    RETURNING provider_id AS "providerId"`
  return row?.providerId ?? null
}

/** Only one that a trainee asked for and that was never approved can be declined. */
export async function declineProvider(tx: Db, id: string, now: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE provider p SET declined_at = ${now}::timestamptz WHERE p.id = ${id}::uuid AND p.declined_at IS NULL AND NOT (${isListed})`
  return count === 1
}
