import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { holdMembership } from '#app/db/cohort-members.server.ts'
import type { Audience } from '#app/db/discussion.server.ts'
import {
  findPost,
  type HeldPost,
  type HeldThread,
  holdThread,
  insertPost,
  insertThread,
  listWriters,
  savePostCorrected,
  saveThreadTitle,
  type ThreadPassage,
} from '#app/db/discussion-writing.server.ts'
import { type DraftKey, deleteDraft } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { actsOn, THREAD_CLOSED, TOO_LATE } from '#app/domain/discussion/posts.ts'
import { isSameJson, type Json } from '#app/domain/json.ts'
import type { Path } from '#app/domain/notices.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Confirmation } from '#app/domain/screen/confirmations.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { checkWriting } from './check-writing.server.ts'
import { tellCohort } from './tell-cohort.server.ts'
import type { RefusedWriting, SentWriting, Written } from './written.ts'

export type ThreadAddress = { cohortId: string; threadId: string }

export const pathOf = ({ cohortId, threadId }: ThreadAddress): Path => `/cohorts/${cohortId}/discussion/${threadId}`

const jsonOf = ({ text }: Written) => text as unknown as Json

/**
 * Opens a thread in a cohort, for everybody in it or for its training leads alone. Whoever can read it is told; sent twice, it is one.
 * @returns or what has to be put right.
 * @throws 404 for a cohort that the actor is not part of.
 */
export async function openThread(
  actor: Actor,
  { cohortId, audience }: { cohortId: string; audience: Audience },
  sent: SentWriting,
  now: Date,
): Promise<{ id: string } | { refused: RefusedWriting }> {
  const draft = { ownerId: actor.id, kind: 'thread', subjectId: cohortId } as const
  const checked = await checkWriting(actor, { draft, cohortId, hasTitle: true }, sent, now)
  if ('refused' in checked) return checked
  const { written, confirmed } = checked
  return transact((tx) => openIn(tx, actor, { cohortId, audience, written, confirmed, draft, now }))
}

type Opening = {
  cohortId: string
  audience: Audience
  written: Written
  confirmed: Confirmation[]
  /** Of a question at a paragraph of a lesson. */
  passage?: ThreadPassage
  draft: DraftKey
  now: Date
}

/** Opens a thread with what was checked, in the caller's transaction. @throws 404 for a cohort that the actor is not part of. */
export async function openIn(
  tx: Db,
  actor: Actor,
  { cohortId, audience, written, confirmed, passage, draft, now }: Opening,
): Promise<{ id: string }> {
  const membership = await holdMembership(tx, actor, cohortId)
  if (!membership) throw new Response('There is no such cohort.', { status: 404 })
  const { title } = written
  const row = { cohortId, authorId: actor.id, audience, title, body: jsonOf(written), ...passage, now }
  const { id, isNew } = await insertThread(tx, row)
  await deleteDraft(tx, draft)
  if (!isNew) return { id }
  const details = { cohortId, audience, isAtParagraph: passage !== undefined, ...auditedConfirmations(confirmed) }
  await recordAudit(tx, { actor, action: 'thread.opened', object: objectOf({ id }), details, at: now })
  const told = { params: { title, path: pathOf({ cohortId, threadId: id }) }, butFor: actor.id, now }
  if (audience === 'leads') await tellCohort(tx, cohortId, 'leads', { kind: 'question-asked', ...told })
  else await tellCohort(tx, cohortId, 'everybody', { kind: 'thread-opened', ...told })
  return { id }
}

/**
 * Writes in a thread. Whoever wrote in it before is told, and of a question to the leads they are; sent twice, it is one post.
 * @throws 404 for a thread out of the actor's reach.
 */
export async function reply(
  actor: Actor,
  address: ThreadAddress,
  sent: SentWriting,
  now: Date,
): Promise<{ number: number } | { refused: RefusedWriting }> {
  const draft = { ownerId: actor.id, kind: 'post', subjectId: address.threadId } as const
  const checked = await checkWriting(actor, { draft, cohortId: address.cohortId, hasTitle: false }, sent, now)
  if ('refused' in checked) return checked
  return transact(async (tx) => {
    const thread = await holdOwnThread(tx, actor, address)
    if (thread.isClosed) return refusedFor(THREAD_CLOSED, checked.written, sent)
    const row = { threadId: thread.id, authorId: actor.id, body: jsonOf(checked.written), now }
    const { number, isNew } = await insertPost(tx, row)
    await deleteDraft(tx, draft)
    if (!isNew) return { number }
    const details = { number, ...auditedConfirmations(checked.confirmed) }
    await recordAudit(tx, { actor, action: 'post.written', object: objectOf(thread), details, at: now })
    await tellWriters(tx, thread, actor, now)
    return { number }
  })
}

async function tellWriters(tx: Db, thread: HeldThread, actor: Actor, now: Date): Promise<void> {
  const params = { title: thread.title, path: pathOf({ cohortId: thread.cohortId, threadId: thread.id }) }
  for (const userId of await listWriters(tx, thread.id))
    if (userId !== actor.id) await notify(tx, { userId, kind: 'thread-answered', params, now })
}

/**
 * Puts one of the actor's own posts right, and the title with the first. The same again changes nothing.
 * @throws 404 for a post that is not theirs.
 */
export async function correctPost(
  actor: Actor,
  address: ThreadAddress & { number: number },
  sent: SentWriting,
  now: Date,
): Promise<{ number: number } | { refused: RefusedWriting }> {
  const hasTitle = address.number === 1
  const { id: postId } = await transact((tx) => findOwnPost(tx, actor, address))
  const draft = { ownerId: actor.id, kind: 'post', subjectId: postId } as const
  const checked = await checkWriting(actor, { draft, cohortId: address.cohortId, hasTitle }, sent, now)
  if ('refused' in checked) return checked
  return transact(async (tx) => {
    const thread = await holdOwnThread(tx, actor, address)
    const post = await findOwnPost(tx, actor, address)
    const reader = { id: actor.id, isLead: thread.isLead }
    if (!actsOn(post, reader, { isThreadClosed: thread.isClosed, hasReported: false }, now).includes('correct'))
      return refusedFor(thread.isClosed ? THREAD_CLOSED : TOO_LATE, checked.written, sent)
    await deleteDraft(tx, draft)
    const isSameTitle = !hasTitle || checked.written.title === thread.title
    if (isSameTitle && isSameJson(post.body, checked.written.text)) return { number: post.number }
    await savePostCorrected(tx, post.id, jsonOf(checked.written), now)
    if (!isSameTitle) await saveThreadTitle(tx, thread.id, checked.written.title)
    const details = { number: post.number, ...auditedConfirmations(checked.confirmed) }
    await recordAudit(tx, { actor, action: 'post.corrected', object: objectOf(thread), details, at: now })
    return { number: post.number }
  })
}

const refusedFor = (message: string, typed: Written, sent: SentWriting) => ({
  refused: { fault: { errors: { '': [message] }, values: sent.typed }, typed },
})

export const objectOf = ({ id }: Pick<HeldThread, 'id'>) => ({ kind: 'discussion-thread', id })

/** Holds a thread within the actor's reach. @throws 404 where there is none. */
export async function holdOwnThread(tx: Db, actor: Actor, address: ThreadAddress): Promise<HeldThread> {
  const thread = await holdThread(tx, actor, address)
  if (!thread) throw new Response('There is no such thread.', { status: 404 })
  return thread
}

/** A post of the actor's own in a thread within their reach. @throws 404 where there is none. */
async function findOwnPost(
  tx: Db,
  actor: Actor,
  { number, ...address }: ThreadAddress & { number: number },
): Promise<HeldPost> {
  const thread = await holdOwnThread(tx, actor, address)
  const post = await findPost(tx, thread.id, number, actor.id)
  if (post?.authorId !== actor.id) throw new Response('There is no such post.', { status: 404 })
  return post
}
