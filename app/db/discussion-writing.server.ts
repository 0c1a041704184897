import type { PostFacts } from '#app/domain/discussion/posts.ts'
import type { Json } from '#app/domain/json.ts'
import { type Db, Prisma } from './client.server.ts'
import { type Member, ownCohorts } from './cohort-members.server.ts'
import { type Audience, isReadable } from './discussion.server.ts'

const jsonb = (body: Json) => Prisma.sql`${JSON.stringify(body)}::jsonb`

/** The paragraph of a lesson that a question was asked at, with its words as they were then. */
export type ThreadPassage = { courseId: string; lessonSlug: string; anchor: string; quote: string }

type NewThread = Partial<ThreadPassage> & {
  cohortId: string
  authorId: string
  audience: Audience
  title: string
  body: Json
  now: Date
}

/** Opens a thread with its first post; one that says the same as the last one of its author is that one, sent twice. */
export async function insertThread(tx: Db, { now, body, ...row }: NewThread): Promise<{ id: string; isNew: boolean }> {
  const [last] = await tx.$queryRaw<{ id: string; isSame: boolean }[]>`
    SELECT t.id, t.title = ${row.title} AND t.audience::text = ${row.audience} AND coalesce(p.body = ${jsonb(body)}, false) AS "isSame"
    FROM discussion_thread t JOIN discussion_post p ON p.thread_id = t.id AND p.number = 1
    WHERE t.cohort_id = ${row.cohortId}::uuid AND t.author_id = ${row.authorId}::uuid ORDER BY t.opened_at DESC, t.id DESC LIMIT 1`
  if (last?.isSame) return { id: last.id, isNew: false }
  const post = { number: 1, authorId: row.authorId, body: body as Prisma.InputJsonValue, postedAt: now }
  const data = { ...row, openedAt: now, lastPostAt: now, posts: { create: post } }
  return { ...(await tx.discussionThread.create({ data, select: { id: true } })), isNew: true }
}

export type HeldThread = {
  id: string
  cohortId: string
  isLead: boolean
  authorId: string
  title: string
  audience: Audience
  isClosed: boolean
}

/** Keeps a thread that a member may read as it is until the transaction ends. */
export async function holdThread(
  tx: Db,
  member: Member,
  { cohortId, threadId }: { cohortId: string; threadId: string },
): Promise<HeldThread | undefined> {
  const [thread] = await tx.$queryRaw<HeldThread[]>`
    SELECT t.id, t.cohort_id AS "cohortId", own.is_lead AS "isLead", t.author_id AS "authorId", t.title,
           t.audience::text AS audience, t.closed_at IS NOT NULL AS "isClosed"
    FROM discussion_thread t JOIN ${ownCohorts(member)} own ON own.cohort_id = t.cohort_id
    WHERE t.id::text = ${threadId} AND t.cohort_id::text = ${cohortId} AND ${isReadable} FOR UPDATE OF t`
  return thread
}

type NewPost = { threadId: string; authorId: string; body: Json; now: Date }

/** Adds a post to a thread that is held; the same words as its last post, by the same author, are that one, sent twice. */
export async function insertPost(
  tx: Db,
  { threadId, authorId, body, now }: NewPost,
): Promise<{ number: number; isNew: boolean }> {
  const [last] = await tx.$queryRaw<{ number: number; isSame: boolean }[]>`
    SELECT number, author_id = ${authorId}::uuid AND coalesce(body = ${jsonb(body)}, false) AS "isSame"
    FROM discussion_post WHERE thread_id = ${threadId}::uuid ORDER BY number DESC LIMIT 1`
  if (last?.isSame) return { number: last.number, isNew: false }
  const number = (last?.number ?? 0) + 1
  const data = { threadId, authorId, number, body: body as Prisma.InputJsonValue, postedAt: now }
  await tx.discussionPost.create({ data, select: { id: true } })
  await tx.discussionThread.update({ where: { id: threadId }, data: { lastPostAt: now }, select: { id: true } })
  return { number, isNew: true }
}

export type HeldPost = PostFacts & { id: string; number: number; body: Json | null; hasReported: boolean }

/** A post of a thread that is held. */
export async function findPost(
  tx: Db,
  threadId: string,
  number: number,
  readerId: string,
): Promise<HeldPost | undefined> {
  const [post] = await tx.$queryRaw<(Omit<HeldPost, 'postedAt'> & { postedAt: Date })[]>`
    SELECT p.id, p.number, p.author_id AS "authorId", p.body, p.posted_at AS "postedAt", p.taken_back_at IS NOT NULL AS "isTakenBack",
           p.hidden_at IS NOT NULL AS "isHidden", p.hidden_because AS "hiddenBecause",
           EXISTS (SELECT 1 FROM post_report r WHERE r.post_id = p.id AND r.reported_by_id = ${readerId}::uuid) AS "hasReported"
    FROM discussion_post p WHERE p.thread_id = ${threadId}::uuid AND p.number = ${number}`
  return post && { ...post, postedAt: post.postedAt.toISOString() }
}

export async function savePostCorrected(tx: Db, id: string, body: Json, now: Date): Promise<void> {
  const data = { body: body as Prisma.InputJsonValue, correctedAt: now }
  await tx.discussionPost.update({ where: { id }, data, select: { id: true } })
}

export async function saveThreadTitle(tx: Db, id: string, title: string): Promise<void> {
  await tx.discussionThread.update({ where: { id }, data: { title }, select: { id: true } })
}

/** What it said is gone with it. */
export async function savePostTakenBack(tx: Db, id: string, now: Date): Promise<void> {
  const data = { body: Prisma.DbNull, takenBackAt: now }
  await tx.discussionPost.update({ where: { id }, data, select: { id: true } })
}

/** @param because null: it is shown again. */
export async function savePostHidden(tx: Db, id: string, because: string | null, now: Date): Promise<void> {
  const data = { hiddenAt: because === null ? null : now, hiddenBecause: because ?? '' }
  await tx.discussionPost.update({ where: { id }, data, select: { id: true } })
}

export async function saveThreadClosed(tx: Db, id: string, closedAt: Date | null): Promise<void> {
  await tx.discussionThread.update({ where: { id }, data: { closedAt }, select: { id: true } })
}

type Report = { postId: string; reportedById: string; reason: string; now: Date }

export async function insertReport(tx: Db, { now, ...report }: Report): Promise<void> {
  await tx.postReport.create({ data: { ...report, reportedAt: now }, select: { postId: true } })
}

/** @returns how many there were to settle. */
export async function settleReports(tx: Db, postId: string, now: Date): Promise<number> {
  return (await tx.postReport.updateMany({ where: { postId, settledAt: null }, data: { settledAt: now } })).count
}

/** Whoever wrote in a thread and is in its cohort still. */
export const listWriters = async (tx: Db, threadId: string): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT p.author_id AS "userId" FROM discussion_post p JOIN discussion_thread t ON t.id = p.thread_id
      JOIN cohort_member m ON m.cohort_id = t.cohort_id AND m.user_id = p.author_id
    WHERE p.thread_id = ${threadId}::uuid ORDER BY 1`
  return rows.map(({ userId }) => userId)
}
