import { type PassageState, passageIn } from '#app/content/find-passage.server.ts'
import {
  type Audience,
  type CohortThread,
  type PostRow,
  readThread,
  saveThreadRead,
} from '#app/db/discussion.server.ts'
import { actsOn, type PostAct, shownAs, shownTitle, THREAD_CLOSED, TOO_LATE } from '#app/domain/discussion/posts.ts'
import type { Actor } from '#app/domain/people.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { writingPage } from './check-writing.server.ts'
import { POSTS_PER_PAGE } from './view-discussion.server.ts'
import { nothingWritten, type WritingPage } from './written.ts'

export type PostView = {
  number: number
  authorName: string
  isAuthorLead: boolean
  isOwn: boolean
  /** ISO 8601. */
  postedAt: string
  correctedAt: string | null
  /** What there is to read; else which of the two became of it. */
  text: RichDocument | undefined
  became: 'taken-back' | 'hidden' | undefined
  /** Why a lead took it away: for its author and the leads, who see the text still. */
  hiddenBecause: string | undefined
  acts: PostAct[]
  reports: PostRow['reports']
}

export type ThreadView = {
  cohort: { id: string; name: string; isLead: boolean }
  thread: { id: string; title: string; audience: Audience; isClosed: boolean }
  passage: PassageView | undefined
  posts: PostView[]
  page: number
  pages: number
}

/** The paragraph that the thread is about: its words as they were when somebody asked, and what became of it since. */
export type PassageView = {
  quote: string
  lessonTitle: string | undefined
  state: PassageState
  /** While the lesson is there: for whoever learns in this cohort their own, and for its leads the page of the thread that shows it. */
  path: string | undefined
}

export type Address = { cohortId: string; threadId: string }

/**
 * One page of a thread as the actor may read it, and keeps that they have.
 * @param page from 1; the newest posts where it is absent.
 * @throws 404 for a thread out of the actor's reach.
 */
export async function viewThread(
  actor: Actor,
  address: Address,
  page: number | undefined,
  now: Date,
): Promise<ThreadView> {
  const read = await findThread(actor, address, page)
  await saveThreadRead(actor.id, read.id, now)
  const { isLead, opening, audience, isClosed } = read
  const pages = Math.max(1, Math.ceil(read.total / POSTS_PER_PAGE))
  return {
    cohort: { id: read.cohortId, name: read.cohortName, isLead },
    thread: { id: read.id, title: shownTitle(read.title, opening, { id: actor.id, isLead }), audience, isClosed },
    passage: read.passage ? await passageView(read.passage, isLead && address) : undefined,
    posts: read.posts.map((post) => postView(post, read, actor, now)),
    page: page ?? pages,
    pages,
  }
}

export async function findThread(actor: Actor, address: Address, page: number | undefined): Promise<CohortThread> {
  const read = await readThread(actor, address, { perPage: POSTS_PER_PAGE, page })
  if (!read) throw new Response('There is no such thread.', { status: 404 })
  return read
}

/** @param thread of a lead, who is in no course. */
async function passageView(
  passage: NonNullable<CohortThread['passage']>,
  thread: Address | false,
): Promise<PassageView> {
  const { course, versionId, lesson, anchor, quote } = passage
  const found = versionId ? await passageIn(versionId, { lesson, anchor }) : { state: 'gone' as const }
  const { state, lessonTitle } = { lessonTitle: undefined, ...found }
  const page = thread
    ? `/cohorts/${thread.cohortId}/discussion/${thread.threadId}/lesson`
    : `/learn/${course}/${lesson}`
  const path = state === 'there' ? `${page}#${anchor}` : page
  return { quote, lessonTitle, state, path: state === 'gone' ? undefined : path }
}

function postView(post: PostRow, { isLead, isClosed }: CohortThread, actor: Actor, now: Date): PostView {
  const reader = { id: actor.id, isLead }
  const shown = shownAs(post, reader)
  const { number, authorName, isAuthorLead, postedAt, correctedAt, hasReported, reports } = post
  return {
    ...{ number, authorName, isAuthorLead, postedAt, correctedAt, reports },
    isOwn: post.authorId === actor.id,
    // It was checked when it was posted. What a reader may not see does not leave the server.
    text: shown.shows === 'text' ? ((post.body as RichDocument | null) ?? undefined) : undefined,
    became: shown.shows === 'text' ? undefined : shown.shows,
    hiddenBecause: shown.shows === 'text' ? shown.hiddenBecause : undefined,
    acts: actsOn(post, reader, { isThreadClosed: isClosed, hasReported }, now),
  }
}

export type ThreadWriting = {
  cohort: { id: string; name: string }
  thread: { id: string; title: string }
  /** The post that is corrected; with it the title, where it is the first. */
  correcting: number | null
  hasTitle: boolean
  page: WritingPage
}

/**
 * The page to reply on, or to correct one of the actor's own posts.
 * @param correct its number; null for a reply.
 * @returns why nothing can be written here: the thread is closed, the post is too old.
 * @throws 404 for what is out of the actor's reach.
 */
export async function viewThreadWriting(
  actor: Actor,
  address: Address,
  correct: number | null,
  now: Date,
): Promise<ThreadWriting | { refused: string }> {
  const page = correct === null ? undefined : Math.ceil(correct / POSTS_PER_PAGE)
  const read = await findThread(actor, address, page)
  if (read.isClosed) return { refused: THREAD_CLOSED }
  const { isLead } = read
  const cohort = { id: read.cohortId, name: read.cohortName }
  const thread = { id: read.id, title: shownTitle(read.title, read.opening, { id: actor.id, isLead }) }
  const draft = (subjectId: string) => ({ ownerId: actor.id, kind: 'post', subjectId }) as const
  if (correct === null)
    return { cohort, thread, correcting: null, hasTitle: false, page: await writingPage(draft(read.id)) }
  const post = read.posts.find(({ number, authorId }) => number === correct && authorId === actor.id)
  if (!post) throw new Response('There is no such post.', { status: 404 })
  if (!postView(post, read, actor, now).acts.includes('correct')) return { refused: TOO_LATE }
  const hasTitle = correct === 1
  const initial = { ...nothingWritten(), ...(hasTitle && { title: read.title }), text: post.body as RichDocument }
  return { cohort, thread, correcting: correct, hasTitle, page: await writingPage(draft(post.id), initial) }
}
