import type { SessionEvent } from '#app/domain/live/session-event.ts'
import { type Db, db, Prisma } from './client.server.ts'
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

/** The session `s` of the cohort `c` as JSON. */
const eventJson = Prisma.sql`json_build_object('id', s.id, 'title', s.title, 'cohortName', c.name, 'startsAt', s.starts_at,
  'endsAt', s.ends_at, 'place', s.place, 'link', s.link, 'sequence', s.sequence, 'changedAt', s.changed_at,
  'isCancelled', s.cancelled_at IS NOT NULL)`

/** A live session as it stands now, in the transaction that changed it. */
export async function readSessionEvent(tx: Db, id: string): Promise<SessionEvent> {
  const [row] = await tx.$queryRaw<{ event: SessionEvent }[]>`
    SELECT ${eventJson} AS event FROM live_session s JOIN cohort c ON c.id = s.cohort_id WHERE s.id = ${id}::uuid`
  if (!row) throw new Error(`there is no session ${id}`)
  return row.event
}

/** The live sessions of every cohort of whoever has this secret, learning or leading; undefined for a secret that opens nothing. One statement. */
export async function readCalendar(secret: string): Promise<SessionEvent[] | undefined> {
  const [calendar] = await db().$queryRaw<{ sessions: SessionEvent[] }[]>`
    SELECT coalesce((
      SELECT json_agg(${eventJson} ORDER BY s.starts_at, s.id)
      FROM cohort_member m JOIN cohort c ON c.id = m.cohort_id JOIN live_session s ON s.cohort_id = c.id
      WHERE m.user_id = l.user_id), '[]') AS sessions
    FROM calendar_link l WHERE l.hash = ${hashSecret(secret)}`
  return calendar?.sessions
}
