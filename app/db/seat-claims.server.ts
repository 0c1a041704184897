import { type Db, db, Prisma } from './client.server.ts'
import { purchaseSource } from './seat-purchases.server.ts'

/** What opens a seat: one that was given to an address, or the claim link of a purchase. */
export type Opened = {
  purchaseId: string
  seatId: string | null
  title: string
  courseSlug: string
  organisationName: string
}

const opened = Prisma.sql`p.id AS "purchaseId", p.title, ci.slug AS "courseSlug", o.name AS "organisationName"`

/** Where a secret leads: to the seat that was mailed with it, or to any seat of a purchase. */
export async function findBySecret(claimHash: string, tx: Db = db()): Promise<Opened | undefined> {
  const [row] = await tx.$queryRaw<Opened[]>`
    SELECT ${opened}, s.id AS "seatId" FROM seat s JOIN ${purchaseSource} ON p.id = s.purchase_id
    WHERE s.claim_hash = ${claimHash} AND s.taken_back_at IS NULL AND s.user_id IS NULL
    UNION ALL SELECT ${opened}, NULL FROM ${purchaseSource} WHERE p.claim_hash = ${claimHash}`
  return row
}

/** A seat that was given to somebody's own address, or is theirs already. */
export async function findOwnSeat(
  seatId: string,
  actor: { id: string; email: string },
  tx: Db = db(),
): Promise<Opened | undefined> {
  const [row] = await tx.$queryRaw<Opened[]>`
    SELECT ${opened}, s.id AS "seatId" FROM seat s JOIN ${purchaseSource} ON p.id = s.purchase_id
    WHERE s.id = ${seatId}::uuid AND s.taken_back_at IS NULL
      AND (s.user_id = ${actor.id}::uuid OR s.user_id IS NULL AND s.email = ${actor.email})`
  return row
}

export const saveClaimed = (tx: Db, seatId: string, userId: string, now: Date) =>
  tx.seat.update({
    where: { id: seatId },
    data: { userId, claimedAt: now, claimHash: null },
    select: { id: true },
  })
