import type { Day } from '#app/domain/portfolio/entry.ts'
import { Prisma, readRows } from './client.server.ts'
import { type Member, ownCohorts } from './cohort-members.server.ts'
import { isReadable, isUnread } from './discussion.server.ts'
import { type LiveSession, sessionJson } from './live-sessions.server.ts'

export type OwnCohort = {
  id: string
  name: string
  /** Threads in which others wrote since the person last read them. */
  unread: number
  /** The newest that stands. */
  announcement: { title: string; postedAt: string } | null
  /** The last day of the leave of absence that they are on. */
  leaveUntil: Day | null
}

/** A place in a cohort that somebody waits for, or that is kept for them. */
export type OwnWait = {
  cohortId: string
  cohortName: string
  courseSlug: string
  /** In the line, from 1; null where the place is kept. */
  position: number | null
  /** ISO 8601. */
  offerUntil: string | null
  /** They have said yes and have yet to pay. */
  isAccepted: boolean
}

export type OwnCohorts = {
  /** To which the person comes next, or at which they are now; where none is to come, the last one. */
  session: Pick<LiveSession, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'link'> | null
  cohorts: OwnCohort[]
  /** Those that are kept first, by the moment at which they go on. */
  waits: OwnWait[]
}

/** What goes on in the cohorts in which somebody is a trainee, the newest cohort first. One statement. */
export async function readOwnCohorts(member: Member, { now, today }: { now: Date; today: Day }): Promise<OwnCohorts> {
  const [row] = await readRows<OwnCohorts>(Prisma.sql`
    SELECT
      (SELECT ${sessionJson} FROM live_session s JOIN cohort_member m ON m.cohort_id = s.cohort_id AND m.part = 'trainee'
       WHERE m.user_id = ${member.id}::uuid AND s.cancelled_at IS NULL
       ORDER BY s.ends_at > ${now} DESC, CASE WHEN s.ends_at > ${now} THEN s.starts_at END, s.starts_at DESC, s.id LIMIT 1) AS session,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
         'unread', (SELECT count(*)::int FROM discussion_thread t WHERE t.cohort_id = c.id AND ${isReadable} AND ${isUnread}),
         'announcement', (SELECT json_build_object('title', a.title, 'postedAt', a.posted_at) FROM announcement a
                          WHERE a.cohort_id = c.id AND a.taken_back_at IS NULL ORDER BY a.posted_at DESC, a.id DESC LIMIT 1),
         'leaveUntil', (SELECT l.until_on FROM leave l WHERE l.cohort_id = c.id AND l.user_id = own.user_id AND l.answer = 'agreed'
                        AND ${today}::date BETWEEN l.from_on AND l.until_on ORDER BY l.until_on DESC LIMIT 1))
         ORDER BY c.starts_on DESC, c.id), '[]')
       FROM ${ownCohorts(member)} own JOIN cohort c ON c.id = own.cohort_id WHERE NOT own.is_lead) AS cohorts,
      (${ownWaits(member, now)}) AS waits`)
  return row ?? { session: null, cohorts: [], waits: [] }
}

/** An offer that has run out is none, though nobody has settled the list since. */
const ownWaits = ({ id }: Pick<Member, 'id'>, now: Date) => Prisma.sql`
  SELECT coalesce(json_agg(json_build_object('cohortId', c.id, 'cohortName', c.name, 'courseSlug', ci.slug, 'offerUntil', w.offer_until,
    'isAccepted', w.accepted_at IS NOT NULL, 'position', CASE WHEN w.offer_until IS NULL THEN (SELECT count(*)::int FROM place_wait o
       WHERE o.cohort_id = c.id AND o.offer_until IS NULL AND (o.since, o.user_id) <= (w.since, w.user_id)) END)
    ORDER BY w.offer_until, w.since, c.id), '[]')
  FROM place_wait w JOIN cohort c ON c.id = w.cohort_id JOIN content_item ci ON ci.id = c.course_id
  WHERE w.user_id = ${id}::uuid AND (w.offer_until IS NULL OR w.offer_until > ${now})`
