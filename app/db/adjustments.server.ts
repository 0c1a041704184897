import { type Db, db } from './client.server.ts'

export type RecordedAdjustment = {
  userId: string
  name: string
  email: string
  extraDays: number
  otherFormat: string
  recordedAt: Date
}

/** The people with an adjustment by name, one page of them, and how many there are. One statement. */
export async function readAdjustments({
  limit,
  offset,
}: {
  limit: number
  offset: number
}): Promise<{ adjustments: RecordedAdjustment[]; total: number }> {
  const rows = await db().$queryRaw<(RecordedAdjustment & { total: number })[]>`
    SELECT u.id AS "userId", u.name, u.email, j.extra_days AS "extraDays", j.other_format AS "otherFormat",
           j.recorded_at AS "recordedAt", count(*) OVER ()::int AS total
    FROM adjustment j JOIN "user" u ON u.id = j.user_id
    ORDER BY lower(u.name), u.id LIMIT ${limit} OFFSET ${offset}`
  return { adjustments: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type OwnAdjustment = Pick<RecordedAdjustment, 'extraDays' | 'otherFormat' | 'recordedAt'>

/** What is recorded about one person; null where nothing is. */
export const findAdjustment = (userId: string, tx: Db = db()): Promise<OwnAdjustment | null> =>
  tx.adjustment.findUnique({
    where: { userId },
    select: { extraDays: true, otherFormat: true, recordedAt: true },
  })

type Adjustment = { userId: string; extraDays: number; otherFormat: string; recordedById: string; now: Date }

/** Records what was agreed with a person, in the place of what stood there. */
export async function upsertAdjustment(tx: Db, { userId, now, ...agreed }: Adjustment): Promise<void> {
  const adjustment = { ...agreed, recordedAt: now }
  await tx.adjustment.upsert({
    where: { userId },
    create: { userId, ...adjustment },
    update: adjustment,
    select: { userId: true },
  })
}

/** @returns false when there was none. */
export async function deleteAdjustment(tx: Db, userId: string): Promise<boolean> {
  const { count } = await tx.adjustment.deleteMany({ where: { userId } })
  return count === 1
}
