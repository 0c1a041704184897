import type { PostFacts } from '#app/domain/discussion/posts.ts'
import type { Json } from '#app/domain/json.ts'
import type { Profession } from '#app/domain/people.ts'
import { type Announcement, announcementJson } from './announcements.server.ts'
import { db, Prisma } from './client.server.ts'
import { type Member, ownCohorts } from './cohort-members.server.ts'

export type Audience = 'cohort' | 'leads'

export type ThreadRow = {
  id: string
  title: string
  audience: Audience
  authorName: string
  /** ISO 8601. */
  lastPostAt: string
  /** That still stand. */
  posts: number
  isClosed: boolean
  isUnread: boolean
  opening: PostFacts
}

export type CohortDiscussion = {
  cohortId: string
  cohortName: string
  isLead: boolean
  /** The newest that stands, and how many there are. */
  announcement: Announcement | null
  announcements: number
  total: number
  threads: ThreadRow[]
  /** To leads: posts that somebody asked them to look at. */
  reported: { threadId: string; title: string; number: number; reports: number }[]
}

/** A thread `t` that a member `own` may read. */
export const isReadable = Prisma.sql`(t.audience = 'cohort' OR own.is_lead OR t.author_id = own.user_id)`

/** The post `p` as the rules of who reads what take it. */
const factsJson = Prisma.sql`json_build_object('authorId', p.author_id, 'postedAt', p.posted_at,
  'isTakenBack', p.taken_back_at IS NOT NULL, 'isHidden', p.hidden_at IS NOT NULL, 'hiddenBecause', p.hidden_because)`

const stands = Prisma.sql`p.taken_back_at IS NULL AND p.hidden_at IS NULL`

/** Somebody else wrote in the thread `t` since the member `own` last read it, or came. */
export const isUnread = Prisma.sql`EXISTS (
  SELECT 1 FROM discussion_post p WHERE p.thread_id = t.id AND p.author_id <> own.user_id AND ${stands}
    AND p.posted_at > coalesce((SELECT r.read_at FROM thread_reading r WHERE r.thread_id = t.id AND r.user_id = own.user_id),
                               own.joined_at))`

/** A thread is listed for as long as anything of it has not been taken back. */
const isListed = Prisma.sql`EXISTS (SELECT 1 FROM discussion_post p WHERE p.thread_id = t.id AND p.taken_back_at IS NULL)`

/** What a cohort talks about, as one of it reads it: one page of threads, that with the newest post first. One statement. */
export async function readDiscussion(
  member: Member,
  cohortId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<CohortDiscussion | undefined> {
  const [discussion] = await db().$queryRaw<CohortDiscussion[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName", own.is_lead AS "isLead",
      (SELECT ${announcementJson} FROM announcement a JOIN "user" u ON u.id = a.author_id
       WHERE a.cohort_id = c.id AND a.taken_back_at IS NULL ORDER BY a.posted_at DESC, a.id DESC LIMIT 1) AS announcement,
      (SELECT count(*)::int FROM announcement a WHERE a.cohort_id = c.id) AS announcements,
      (SELECT count(*)::int FROM discussion_thread t WHERE t.cohort_id = c.id AND ${isReadable} AND ${isListed}) AS total,
      (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT t.id, t.title, t.audience, u.name AS "authorName", t.last_post_at AS "lastPostAt",
               t.closed_at IS NOT NULL AS "isClosed", ${isUnread} AS "isUnread",
               (SELECT count(*)::int FROM discussion_post p WHERE p.thread_id = t.id AND ${stands}) AS posts,
               (SELECT ${factsJson} FROM discussion_post p WHERE p.thread_id = t.id AND p.number = 1) AS opening
        FROM discussion_thread t JOIN "user" u ON u.id = t.author_id
        WHERE t.cohort_id = c.id AND ${isReadable} AND ${isListed}
        ORDER BY t.last_post_at DESC, t.id DESC LIMIT ${limit} OFFSET ${offset}) x) AS threads,
      (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT t.id AS "threadId", t.title, p.number, count(*)::int AS reports
        FROM post_report r JOIN discussion_post p ON p.id = r.post_id JOIN discussion_thread t ON t.id = p.thread_id
        WHERE t.cohort_id = c.id AND own.is_lead AND r.settled_at IS NULL AND ${stands}
        GROUP BY t.id, t.title, p.number ORDER BY min(r.reported_at) LIMIT 20) x) AS reported
    FROM cohort c JOIN ${ownCohorts(member)} own ON own.cohort_id = c.id
    WHERE c.id::text = ${cohortId}`
  return discussion
}

export type PostRow = PostFacts & {
  id: string
  number: number
  authorName: string
  isAuthorLead: boolean
  body: Json | null
  correctedAt: string | null
  hasReported: boolean
  /** To leads alone. */
  reports: { byName: string; reason: string }[]
}

export type CohortThread = {
  cohortId: string
  cohortName: string
  isLead: boolean
  id: string
  title: string
  audience: Audience
  isClosed: boolean
  total: number
  opening: PostFacts
  /** Of a question at a paragraph: where it stands, its words as they were, and the version of its course that is current. */
  passage: {
    course: string
    versionId: string | null
    lesson: string
    anchor: string
    quote: string
    /** Of whoever asked: a lesson begins with the setting of its reader. */
    profession: Profession
  } | null
  posts: PostRow[]
}

/** One page of a thread, in the order of writing. @param page from 1; the last one where it is absent. One statement. */
export async function readThread(
  member: Member,
  { cohortId, threadId }: { cohortId: string; threadId: string },
  { perPage, page }: { perPage: number; page: number | undefined },
): Promise<CohortThread | undefined> {
  const before =
    page === undefined ? Prisma.sql`(n.total - 1) / ${perPage}::int * ${perPage}::int` : (page - 1) * perPage
  const [thread] = await db().$queryRaw<CohortThread[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName", own.is_lead AS "isLead", t.id, t.title, t.audience::text AS audience,
      t.closed_at IS NOT NULL AS "isClosed", n.total,
      (SELECT json_build_object('course', ci.slug, 'versionId', ci.current_version_id, 'lesson', t.lesson_slug, 'anchor', t.anchor,
                                'quote', t.quote, 'profession', a.profession)
       FROM content_item ci JOIN "user" a ON a.id = t.author_id WHERE ci.id = t.course_id) AS passage,
      (SELECT ${factsJson} FROM discussion_post p WHERE p.thread_id = t.id AND p.number = 1) AS opening,
      (SELECT coalesce(json_agg(x.post ORDER BY x.number), '[]') FROM (
        SELECT p.number, ${factsJson}::jsonb || jsonb_build_object('id', p.id, 'number', p.number, 'authorName', u.name,
          'isAuthorLead', EXISTS (SELECT 1 FROM cohort_member l WHERE l.cohort_id = c.id AND l.user_id = p.author_id AND l.part = 'lead'),
          'body', p.body, 'correctedAt', p.corrected_at,
          'hasReported', EXISTS (SELECT 1 FROM post_report r WHERE r.post_id = p.id AND r.reported_by_id = own.user_id),
          'reports', (SELECT coalesce(jsonb_agg(jsonb_build_object('byName', ru.name, 'reason', r.reason) ORDER BY r.reported_at), '[]')
                      FROM post_report r JOIN "user" ru ON ru.id = r.reported_by_id
                      WHERE r.post_id = p.id AND r.settled_at IS NULL AND own.is_lead)) AS post
        FROM discussion_post p JOIN "user" u ON u.id = p.author_id
        WHERE p.thread_id = t.id AND p.number > ${before} ORDER BY p.number LIMIT ${perPage}) x) AS posts
    FROM cohort c JOIN ${ownCohorts(member)} own ON own.cohort_id = c.id
      JOIN discussion_thread t ON t.cohort_id = c.id AND ${isReadable}
      CROSS JOIN LATERAL (SELECT coalesce(max(p.number), 0)::int AS total FROM discussion_post p WHERE p.thread_id = t.id) n
    WHERE c.id::text = ${cohortId} AND t.id::text = ${threadId}`
  return thread
}

/** Keeps that somebody has read a thread up to now. It never goes back, on two devices at once neither. */
export async function saveThreadRead(userId: string, threadId: string, now: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO thread_reading AS r (thread_id, user_id, read_at) VALUES (${threadId}::uuid, ${userId}::uuid, ${now})
    ON CONFLICT (thread_id, user_id) DO UPDATE SET read_at = greatest(r.read_at, EXCLUDED.read_at)`
}
