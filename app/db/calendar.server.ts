import { type Db, db } from './client.server.ts'
import { hashSecret } from './sessions.server.ts'

/** When a person's calendar link was made; null without one. */
export async function findCalendarLink(userId: string): Promise<Date | null> {
  return (await db().calendarLink.findUnique({ where: { userId }, select: { madeAt: true } }))?.madeAt ?? null
}

/** Keeps the hash of a person's new secret in the place of an earlier one. */
export async function saveCalendarLink(tx: Db, userId: string, secret: string, now: Date): Promise<void> {
  const link = { hash: hashSecret(secret), madeAt: now }
  await tx.calendarLink.upsert({
    where: { userId },
    create: { userId, ...link },
    update: link,
    select: { userId: true },
  })
}

/** @returns false where there was none. */
export const deleteCalendarLink = async (tx: Db, userId: string): Promise<boolean> =>
  (await tx.calendarLink.deleteMany({ where: { userId } })).count === 1

export type CalendarSession = {
  id: string
  title: string
  cohortName: string
  /** ISO 8601. */
  startsAt: string
  endsAt: string
  place: string
  link: string
  sequence: number
  changedAt: string
  isCancelled: boolean
}

/** The live sessions of every cohort of whoever has this secret, learning or leading; undefined for a secret that opens nothing. One statement. */
export async function readCalendar(secret: string): Promise<CalendarSession[] | undefined> {
  const [calendar] = await db().$queryRaw<{ sessions: CalendarSession[] }[]>`
    SELECT coalesce((
      SELECT json_agg(json_build_object('id', s.id, 'title', s.title, 'cohortName', c.name, 'startsAt', s.starts_at,
               'endsAt', s.ends_at, 'place', s.place, 'link', s.link, 'sequence', s.sequence, 'changedAt', s.changed_at,
               'isCancelled', s.cancelled_at IS NOT NULL) ORDER BY s.starts_at, s.id)
      FROM cohort_member m JOIN cohort c ON c.id = m.cohort_id JOIN live_session s ON s.cohort_id = c.id
      WHERE m.user_id = l.user_id), '[]') AS sessions
    FROM calendar_link l WHERE l.hash = ${hashSecret(secret)}`
  return calendar?.sessions
}
