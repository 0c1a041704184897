import { type Db, db, Prisma } from './client.server.ts'

/** When the mail of the day goes, where its reader lives, and at any hour after it. */
const MORNING_HOUR = 7

const local = (now: Date) => Prisma.sql`(${now}::timestamptz AT TIME ZONE u.time_zone)`
/** This day's morning where the reader lives. */
const morning = (now: Date) =>
  Prisma.sql`((date_trunc('day', ${local(now)}) + make_interval(hours => ${MORNING_HOUR}::int)) AT TIME ZONE u.time_zone)`

/** Somebody with the day that it is for them, and its morning. */
export type Waiting = { userId: string; day: string; morning: Date }

/** For whom something had gathered by this morning, and who has had no mail of this day. One statement. */
export const listWaiting = (now: Date, limit: number): Promise<Waiting[]> =>
  db().$queryRaw<Waiting[]>`
    SELECT u.id AS "userId", to_char(${local(now)}, 'YYYY-MM-DD') AS day, ${morning(now)} AS morning FROM "user" u
    WHERE ${morning(now)} <= ${now}::timestamptz
      AND EXISTS (SELECT 1 FROM notice n WHERE n.user_id = u.id AND n.mail_state = 'gathered' AND n.created_at < ${morning(now)})
      AND NOT EXISTS (SELECT 1 FROM daily_mail d WHERE d.user_id = u.id AND d.day = to_char(${local(now)}, 'YYYY-MM-DD'))
    ORDER BY u.id LIMIT ${limit}`

/** Keeps that a day's mail was made. @returns false where it was already: of two who come at once one is let through. */
export async function insertDailyMail(
  tx: Db,
  { userId, day, now }: { userId: string; day: string; now: Date },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO daily_mail (user_id, day, made_at) VALUES (${userId}::uuid, ${day}, ${now}::timestamptz)
    ON CONFLICT (user_id, day) DO NOTHING`
  return count === 1
}

export type Gathered = { kind: string; params: unknown; isRead: boolean }

/** Takes what had gathered for somebody by a moment, the oldest first: it waits no more. */
export async function takeGathered(tx: Db, userId: string, until: Date): Promise<Gathered[]> {
  const rows = await tx.$queryRaw<(Gathered & { id: string })[]>`
    UPDATE notice SET mail_state = 'none'
    WHERE user_id = ${userId}::uuid AND mail_state = 'gathered' AND created_at < ${until}
    RETURNING id, kind, params, read_at IS NOT NULL AS "isRead"`
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}
