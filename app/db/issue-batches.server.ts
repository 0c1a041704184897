import type { Role } from '#app/domain/people.ts'
import { type Db, db } from './client.server.ts'

export type NewItem = { enrolmentId: string; seen: string }

/** A batch with its certificates, in their order. @returns false where there is one of this id already. */
export async function insertBatch(
  tx: Db,
  batch: { id: string; officerId: string; createdAt: Date },
  items: readonly NewItem[],
): Promise<boolean> {
  const { count } = await tx.issueBatch.createMany({ data: [batch], skipDuplicates: true })
  if (count === 0) return false
  await tx.issueBatchItem.createMany({
    data: items.map((item, position) => ({ ...item, batchId: batch.id, position })),
  })
  return true
}

export async function isBatch(id: string): Promise<boolean> {
  return (await db().issueBatch.count({ where: { id } })) > 0
}

/** The batches that are under way, the oldest first. */
export async function listUnfinishedBatches(tx: Db): Promise<string[]> {
  const rows = await tx.issueBatch.findMany({
    where: { finishedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export type HeldBatch = { officer: { id: string; roles: Role[] }; isFinished: boolean }

/** A batch with the roles that its officer holds now, held until the transaction ends: two workers go one after the other. */
export async function holdBatch(tx: Db, id: string, now: Date): Promise<HeldBatch | null> {
  await tx.$queryRaw`SELECT 1 FROM issue_batch WHERE id = ${id}::uuid FOR UPDATE`
  const [batch] = await tx.$queryRaw<HeldBatch[]>`
    SELECT b.finished_at IS NOT NULL AS "isFinished", json_build_object('id', b.officer_id, 'roles', ARRAY(
             SELECT DISTINCT g.role::text FROM role_grant g
             WHERE g.user_id = b.officer_id AND g.starts_at <= ${now} AND (g.ends_at IS NULL OR g.ends_at > ${now}))) AS officer
    FROM issue_batch b WHERE b.id = ${id}::uuid`
  return batch ?? null
}

export type WaitingItem = NewItem & { position: number }

/** What is still to be done of a batch, in order. */
export function listWaitingItems(batchId: string, limit: number, tx: Db = db()): Promise<WaitingItem[]> {
  return tx.issueBatchItem.findMany({
    where: { batchId, doneAt: null },
    orderBy: { position: 'asc' },
    take: limit,
    select: { position: true, enrolmentId: true, seen: true },
  })
}

export type ItemOutcome = { position: number; number: string | null; because: string | null }

export async function saveOutcomes(
  tx: Db,
  batchId: string,
  outcomes: readonly ItemOutcome[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE issue_batch_item i SET done_at = ${now}, number = o.number, because = o.because
    FROM unnest(${outcomes.map(({ position }) => position)}::int[], ${outcomes.map(({ number }) => number)}::text[],
                ${outcomes.map(({ because }) => because)}::text[]) AS o(position, number, because)
    WHERE i.batch_id = ${batchId}::uuid AND i.position = o.position`
}

export async function saveFinished(tx: Db, id: string, now: Date): Promise<void> {
  await tx.issueBatch.update({ where: { id }, data: { finishedAt: now }, select: { id: true } })
}

export type BatchRow = {
  id: string
  officer: string
  createdAt: Date
  finishedAt: Date | null
  count: number
  issued: number
  refused: number
}

const readBatches = (where: 'id' | 'officer', value: string) => db().$queryRaw<BatchRow[]>`
  SELECT b.id, coalesce(u.name, 'A former member') AS officer, b.created_at AS "createdAt", b.finished_at AS "finishedAt",
         count(i.position)::int AS count, count(i.number)::int AS issued, count(i.because)::int AS refused
  FROM issue_batch b JOIN issue_batch_item i ON i.batch_id = b.id LEFT JOIN "user" u ON u.id = b.officer_id
  WHERE CASE ${where} WHEN 'id' THEN b.id ELSE b.officer_id END = ${value}::uuid
  GROUP BY b.id, u.name ORDER BY b.created_at DESC, b.id LIMIT 100`

/** How far a batch is. One statement. */
export const findBatch = async (id: string): Promise<BatchRow | null> => (await readBatches('id', id))[0] ?? null

/** The batches that somebody began, the newest first. One statement. */
export const listBatchesOf = (officerId: string): Promise<BatchRow[]> => readBatches('officer', officerId)

export type RefusedItem = { position: number; holderName: string; courseTitle: string; because: string }

/** What was refused of a batch, and why. One statement. */
export function listRefusedItems(batchId: string): Promise<RefusedItem[]> {
  return db().$queryRaw<RefusedItem[]>`
    SELECT i.position, u.name AS "holderName", v.body ->> 'title' AS "courseTitle", i.because
    FROM issue_batch_item i JOIN enrolment e ON e.id = i.enrolment_id JOIN "user" u ON u.id = e.user_id
      JOIN content_item c ON c.id = e.course_id JOIN content_version v ON v.id = c.current_version_id
    WHERE i.batch_id = ${batchId}::uuid AND i.because IS NOT NULL ORDER BY i.position`
}
