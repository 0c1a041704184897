import { type Db, db } from './client.server.ts'

export type NewConcern = { raisedById: string; text: string; raisedFrom: string; raisedAt: Date }

export async function insertConcern(tx: Db, concern: NewConcern): Promise<string> {
  return (await tx.concern.create({ data: concern, select: { id: true } })).id
}

/** What the same person raised in the same words since then. */
export async function findSameConcern(
  tx: Db,
  { raisedById, text }: NewConcern,
  since: Date,
): Promise<string | undefined> {
  const where = { raisedById, text, raisedAt: { gt: since } }
  return (await tx.concern.findFirst({ where, select: { id: true } }))?.id
}

export type ConcernRow = {
  id: string
  raisedAt: Date
  raisedBy: string
  closedAt: Date | null
}

/** Open concerns first, the longest waiting on top, then closed ones, the latest on top. One statement. */
export async function listConcerns({ offset, limit }: { offset: number; limit: number }) {
  const rows = await db().$queryRaw<(ConcernRow & { total: number })[]>`
    SELECT c.id, c.raised_at AS "raisedAt", coalesce(u.name, 'A former member') AS "raisedBy", c.closed_at AS "closedAt",
           count(*) OVER ()::int AS total
    FROM concern c LEFT JOIN "user" u ON u.id = c.raised_by_id
    ORDER BY c.closed_at IS NOT NULL, CASE WHEN c.closed_at IS NULL THEN c.raised_at END, c.closed_at DESC, c.id
    LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map(({ total: _, ...concern }) => concern), total: rows[0]?.total ?? 0 }
}

export type Concern = ConcernRow & {
  text: string
  raisedFrom: string
  raisedById: string
  raisedByEmail: string | null
  closedBy: string | null
  outcome: string | null
}

export async function findConcern(concernId: string): Promise<Concern | undefined> {
  const [concern] = await db().$queryRaw<Concern[]>`
    SELECT c.id, c.raised_at AS "raisedAt", c.raised_by_id AS "raisedById", c.text, c.raised_from AS "raisedFrom",
           coalesce(raiser.name, 'A former member') AS "raisedBy", raiser.email AS "raisedByEmail",
           c.closed_at AS "closedAt", closer.name AS "closedBy", c.outcome
    FROM concern c
    LEFT JOIN "user" raiser ON raiser.id = c.raised_by_id
    LEFT JOIN "user" closer ON closer.id = c.closed_by_id
    WHERE c.id = ${concernId}::uuid`
  return concern
}

export async function lockConcern(tx: Db, concernId: string) {
  const [concern] = await tx.$queryRaw<{ raisedById: string; closedAt: Date | null }[]>`
    SELECT raised_by_id AS "raisedById", closed_at AS "closedAt" FROM concern WHERE id = ${concernId}::uuid FOR UPDATE`
  return concern
}

export async function saveConcernClosed(
  tx: Db,
  concernId: string,
  closing: { closedById: string; closedAt: Date; outcome: string },
): Promise<void> {
  await tx.concern.updateMany({ where: { id: concernId }, data: closing })
}
