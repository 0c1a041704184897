import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import {
  findPost,
  type HeldPost,
  type HeldThread,
  insertReport,
  savePostHidden,
  savePostTakenBack,
  saveThreadClosed,
  saveThreadTitle,
  settleReports,
} from '#app/db/discussion-writing.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { actsOn } from '#app/domain/discussion/posts.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import type { FormFault } from '#app/http/form.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { screenFields } from '#app/screen/screen-fields.server.ts'
import { tellCohort } from './tell-cohort.server.ts'
import { holdOwnThread, objectOf, pathOf, type ThreadAddress } from './write-post.server.ts'

/** What somebody does with a post, beside writing and correcting it; `words` are their reason. */
export type PostDeed =
  | { intent: 'take-back' }
  | { intent: 'hide'; words: string }
  | { intent: 'show' }
  | { intent: 'report'; words: string }
  | { intent: 'settle' }

type Doing = { actor: Actor; thread: HeldThread; post: HeldPost; now: Date }
type Tx = Parameters<typeof recordAudit>[0]

const GONE = 'This cannot be done any more: somebody else was here in the meantime.'

/**
 * Takes a post back, away or up again, or asks the leads to look at one. What is done already is not done twice.
 * @returns what was done, in a sentence, or what has to be put right.
 * @throws 404 for a post out of the actor's reach.
 */
export async function doWithPost(
  actor: Actor,
  { number, ...address }: ThreadAddress & { number: number },
  deed: PostDeed,
  typed: FormFault['values'],
  now: Date,
): Promise<{ done: string } | { fault: ScreenFault }> {
  const words = 'words' in deed ? deed.words : ''
  const fields = { words: { label: 'Your reason', text: words } }
  const screened = screenFields(fields, { typed, today: todayIn(actor.timeZone, now) })
  if (!screened.clean) return { fault: screened.fault }
  return transact(async (tx) => {
    const thread = await holdOwnThread(tx, actor, address)
    const post = await findPost(tx, thread.id, number, actor.id)
    if (!post) throw new Response('There is no such post.', { status: 404 })
    const reader = { id: actor.id, isLead: thread.isLead }
    const circumstances = { isThreadClosed: thread.isClosed, hasReported: post.hasReported }
    const acts = actsOn(post, reader, circumstances, now)
    const isAllowed = deed.intent === 'settle' ? thread.isLead : acts.includes(deed.intent)
    if (!isAllowed) return { fault: { errors: { '': [GONE] }, values: typed } }
    return { done: await doIt(tx, { actor, thread, post, now }, deed) }
  })
}

async function doIt(tx: Tx, doing: Doing, deed: PostDeed): Promise<string> {
  switch (deed.intent) {
    case 'take-back':
      return takeBack(tx, doing)
    case 'hide':
      return hide(tx, doing, deed.words)
    case 'show':
      return show(tx, doing)
    case 'report':
      return report(tx, doing, deed.words)
    case 'settle':
      return settle(tx, doing)
  }
}

/** The title goes with the first post, since it may say what the post should not have said. */
async function takeBack(tx: Tx, { actor, thread, post, now }: Doing): Promise<string> {
  await savePostTakenBack(tx, post.id, now)
  if (post.number === 1) await saveThreadTitle(tx, thread.id, '')
  await settleReports(tx, post.id, now)
  await audit(tx, 'post.taken-back', { actor, thread, post, now })
  return 'Your post is taken back, and what it said is gone.'
}

async function hide(tx: Tx, { actor, thread, post, now }: Doing, because: string): Promise<string> {
  await savePostHidden(tx, post.id, because, now)
  await settleReports(tx, post.id, now)
  await audit(tx, 'post.hidden', { actor, thread, post, now })
  const params = { path: pathOf({ cohortId: thread.cohortId, threadId: thread.id }) }
  await notify(tx, { userId: post.authorId, kind: 'post-hidden', params, now })
  return 'The post is taken away. Its author is told, and reads your reason.'
}

async function show(tx: Tx, { actor, thread, post, now }: Doing): Promise<string> {
  await savePostHidden(tx, post.id, null, now)
  await audit(tx, 'post.shown-again', { actor, thread, post, now })
  return 'The post stands there again.'
}

async function report(tx: Tx, { actor, thread, post, now }: Doing, reason: string): Promise<string> {
  await insertReport(tx, { postId: post.id, reportedById: actor.id, reason, now })
  await audit(tx, 'post.reported', { actor, thread, post, now })
  const params = { path: pathOf({ cohortId: thread.cohortId, threadId: thread.id }) }
  await tellCohort(tx, thread.cohortId, 'leads', { kind: 'post-reported', params, butFor: actor.id, now })
  return 'Thank you. The training leads will look at it; nobody else sees that you asked.'
}

async function settle(tx: Tx, { actor, thread, post, now }: Doing): Promise<string> {
  const settled = await settleReports(tx, post.id, now)
  if (settled > 0) await audit(tx, 'post.reports-settled', { actor, thread, post, now })
  return 'The post stays as it is.'
}

const audit = (tx: Tx, action: `post.${string}`, { actor, thread, post, now: at }: Doing) =>
  recordAudit(tx, { actor, action, object: objectOf(thread), details: { number: post.number }, at })

/**
 * Closes a thread, so that nobody writes in it, or opens it again. A second time changes nothing.
 * @throws 404 for a thread of a cohort that the actor does not lead.
 */
export function closeThread(actor: Actor, address: ThreadAddress, isClosed: boolean, now: Date): Promise<void> {
  return transact(async (tx) => {
    const thread = await holdOwnThread(tx, actor, address)
    if (!thread.isLead) throw new Response('There is no such thread.', { status: 404 })
    if (thread.isClosed === isClosed) return
    await saveThreadClosed(tx, thread.id, isClosed ? now : null)
    const action = isClosed ? 'thread.closed' : 'thread.opened-again'
    await recordAudit(tx, { actor, action, object: objectOf(thread), at: now })
  })
}
