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
}

export type OwnCohorts = {
  /** To which the person comes next, or at which they are now; where none is to come, the last one. */
  session: Pick<LiveSession, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'link'> | null
  cohorts: OwnCohort[]
}

/** What goes on in the cohorts in which somebody is a trainee, the newest cohort first. One statement. */
export async function readOwnCohorts(member: Member, now: Date): Promise<OwnCohorts> {
  const [row] = await readRows<OwnCohorts>(Prisma.sql`
    SELECT
      (SELECT ${sessionJson} FROM live_session s JOIN cohort_member m ON m.cohort_id = s.cohort_id AND m.part = 'trainee'
       WHERE m.user_id = ${member.id}::uuid AND s.cancelled_at IS NULL
       ORDER BY s.ends_at > ${now} DESC, CASE WHEN s.ends_at > ${now} THEN s.starts_at END, s.starts_at DESC, s.id LIMIT 1) AS session,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name,
         'unread', (SELECT count(*)::int FROM discussion_thread t WHERE t.cohort_id = c.id AND ${isReadable} AND ${isUnread}),
         'announcement', (SELECT json_build_object('title', a.title, 'postedAt', a.posted_at) FROM announcement a
                          WHERE a.cohort_id = c.id AND a.taken_back_at IS NULL ORDER BY a.posted_at DESC, a.id DESC LIMIT 1))
         ORDER BY c.starts_on DESC, c.id), '[]')
       FROM ${ownCohorts(member)} own JOIN cohort c ON c.id = own.cohort_id WHERE NOT own.is_lead) AS cohorts`)
  return row ?? { session: null, cohorts: [] }
}
