import type { Db } from './client.server.ts'
import { type Member, ownCohorts } from './cohort-members.server.ts'
import { isReadable } from './discussion.server.ts'

/** Whether somebody leads the cohort with this id, or has told theirs something under it. */
export async function findAnnouncementPlace(tx: Db, member: Member, id: string): Promise<boolean> {
  const [place] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM ${ownCohorts(member)} own WHERE own.is_lead AND (own.cohort_id = ${id}::uuid OR EXISTS (
      SELECT 1 FROM announcement a WHERE a.id = ${id}::uuid AND a.cohort_id = own.cohort_id AND a.author_id = own.user_id))
    LIMIT 1`
  return place !== undefined
}

/** Whether somebody is part of the cohort with this id. */
export async function findThreadPlace(tx: Db, member: Member, id: string): Promise<boolean> {
  const [place] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM ${ownCohorts(member)} own WHERE own.cohort_id = ${id}::uuid`
  return place !== undefined
}

/** Whether somebody may read the thread with this id, or wrote the post with it. */
export async function findPostPlace(tx: Db, member: Member, id: string): Promise<boolean> {
  const [place] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM ${ownCohorts(member)} own JOIN discussion_thread t ON t.cohort_id = own.cohort_id AND ${isReadable}
    WHERE t.id = ${id}::uuid OR EXISTS (
      SELECT 1 FROM discussion_post p WHERE p.id = ${id}::uuid AND p.thread_id = t.id AND p.author_id = own.user_id)
    LIMIT 1`
  return place !== undefined
}
