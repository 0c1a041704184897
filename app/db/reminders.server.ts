import type { Day } from '#app/domain/portfolio/entry.ts'
import type { ReminderFacts } from '#app/domain/reminders.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { agreedDays } from './leaves.server.ts'

/** Whoever keeps or holds something that can fall due. */
const hasSomething = Prisma.sql`(
  EXISTS (SELECT 1 FROM portfolio_entry e WHERE e.owner_id = u.id)
  OR EXISTS (SELECT 1 FROM pathway_placement p WHERE p.user_id = u.id)
  OR EXISTS (SELECT 1 FROM application a WHERE a.user_id = u.id)
  OR EXISTS (SELECT 1 FROM supervisor_approval a WHERE a.user_id = u.id))`

/** In the morning of the first day of a month where they live, and at any hour after it. */
const MORNING_HOUR = 7

const local = (now: Date) => Prisma.sql`(${now}::timestamptz AT TIME ZONE u.time_zone)`

/** Somebody with the day that it is for them. */
export type Unreminded = { id: string; today: Day }

/** People whose present month, by their own calendar, nobody has looked through yet. One statement. */
export const listUnreminded = (now: Date, limit: number): Promise<Unreminded[]> =>
  db().$queryRaw<Unreminded[]>`
    SELECT u.id, to_char(${local(now)}, 'YYYY-MM-DD') AS today FROM "user" u
    WHERE ${hasSomething}
      AND (extract(day FROM ${local(now)}) > 1 OR extract(hour FROM ${local(now)}) >= ${MORNING_HOUR})
      AND NOT EXISTS (SELECT 1 FROM monthly_reminder m WHERE m.user_id = u.id AND m.month = to_char(${local(now)}, 'YYYY-MM'))
    ORDER BY u.id LIMIT ${limit}`

/** What was handed over and asked, beside the portfolio itself. */
export type BesidePortfolio = Pick<
  ReminderFacts,
  'removed' | 'isHeld' | 'waitingSince' | 'moreAskedOn' | 'approvalEnds' | 'supervisorsEnding' | 'leaves'
> & { userId: string }

const day = (instant: Prisma.Sql) => Prisma.sql`to_char(${instant} AT TIME ZONE u.time_zone, 'YYYY-MM-DD')`
const date = (column: Prisma.Sql) => Prisma.sql`to_char(${column}, 'YYYY-MM-DD')`

/** Last days of the approvals of a person: a period that another one follows without a day between ends nothing. */
const lastDays = (personId: Prisma.Sql) => Prisma.sql`
  SELECT a.ends_on FROM supervisor_approval a WHERE a.user_id = ${personId} AND a.ends_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM supervisor_approval later WHERE later.user_id = a.user_id
                    AND later.starts_on <= a.ends_on + 1 AND (later.ends_on IS NULL OR later.ends_on > a.ends_on))`

/** Of each of these people what can fall due beside the entries of their portfolio. One statement, however many they are. */
export const readBesidePortfolio = (userIds: readonly string[]): Promise<BesidePortfolio[]> =>
  db().$queryRaw<BesidePortfolio[]>`
    SELECT u.id AS "userId",
      (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'body', v.body, 'removedOn', ${date(Prisma.sql`e.removed_at`)})), '[]')
       FROM portfolio_entry e JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version AND v.erased_at IS NULL
       WHERE e.owner_id = u.id AND e.removed_at IS NOT NULL) AS removed,
      EXISTS (SELECT 1 FROM application a WHERE a.user_id = u.id AND a.closed_at IS NULL) AS "isHeld",
      ${agreedDays(Prisma.sql`l.user_id = u.id`)} AS leaves,
      (SELECT coalesce(json_agg(${day(Prisma.sql`c.requested_at`)}), '[]') FROM countersigning c JOIN portfolio_entry e ON e.id = c.entry_id
       WHERE e.owner_id = u.id AND e.removed_at IS NULL AND c.answer IS NULL AND c.voided_at IS NULL AND c.version = e.version) AS "waitingSince",
      (SELECT ${day(Prisma.sql`max(x.at)`)} FROM application a JOIN application_event x ON x.application_id = a.id AND x.kind = 'more_asked'
       WHERE a.user_id = u.id AND a.state = 'more_asked') AS "moreAskedOn",
      (SELECT coalesce(json_agg(${date(Prisma.sql`o.ends_on`)} ORDER BY o.ends_on), '[]') FROM (${lastDays(Prisma.sql`u.id`)}) o) AS "approvalEnds",
      (SELECT coalesce(json_agg(json_build_object('name', s.name, 'on', ${date(Prisma.sql`o.ends_on`)}) ORDER BY o.ends_on, s.name), '[]')
       FROM "user" s CROSS JOIN LATERAL (${lastDays(Prisma.sql`s.id`)}) o
       WHERE s.id::text IN (SELECT v.body ->> 'supervisorId' FROM portfolio_entry e
                            JOIN portfolio_version v ON v.entry_id = e.id AND v.number = e.version
                            WHERE e.owner_id = u.id AND e.removed_at IS NULL)) AS "supervisorsEnding"
    FROM "user" u WHERE u.id = ANY (${[...userIds]}::uuid[])`

type NewReminder = { userId: string; month: string; items: number; now: Date }

/** Keeps that a month was looked through. @returns false where it was already: of two who come at once one is let through. */
export async function insertReminder(tx: Db, { userId, month, items, now }: NewReminder): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO monthly_reminder (user_id, month, items, made_at) VALUES (${userId}::uuid, ${month}, ${items}, ${now}::timestamptz)
    ON CONFLICT (user_id, month) DO NOTHING`
  return count === 1
}
