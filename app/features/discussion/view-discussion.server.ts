import { findMembership } from '#app/db/cohort-members.server.ts'
import { type CohortDiscussion, readDiscussion, type ThreadRow } from '#app/db/discussion.server.ts'
import { shownTitle } from '#app/domain/discussion/posts.ts'
import type { Actor } from '#app/domain/people.ts'
import { writingPage } from './check-writing.server.ts'
import { type AnnouncementView, announcementView } from './view-announcements.server.ts'
import type { WritingPage } from './written.ts'

const THREADS_PER_PAGE = 20
export const POSTS_PER_PAGE = 30

export type DiscussionView = {
  cohort: { id: string; name: string; isLead: boolean }
  announcement: AnnouncementView | undefined
  /** How many there are in all. */
  announcements: number
  threads: Omit<ThreadRow, 'opening'>[]
  pages: number
  reported: (CohortDiscussion['reported'][number] & { page: number })[]
}

/**
 * What a cohort talks about, as the actor may read it; `page` of the threads counts from 1.
 * @throws 404 for a cohort that the actor is not part of.
 */
export async function viewDiscussion(actor: Actor, cohortId: string, page: number): Promise<DiscussionView> {
  const read = await readDiscussion(actor, cohortId, {
    limit: THREADS_PER_PAGE,
    offset: (page - 1) * THREADS_PER_PAGE,
  })
  if (!read) throw new Response('There is no such cohort.', { status: 404 })
  const { isLead, threads, announcement, announcements, total, reported } = read
  const reader = { id: actor.id, isLead }
  return {
    cohort: { id: read.cohortId, name: read.cohortName, isLead },
    announcement: announcement ? announcementView(announcement, actor) : undefined,
    announcements,
    threads: threads.map(({ opening, ...thread }) => ({
      ...thread,
      title: shownTitle(thread.title, opening, reader),
    })),
    pages: Math.max(1, Math.ceil(total / THREADS_PER_PAGE)),
    reported: reported.map((one) => ({ ...one, page: pageOf(one.number) })),
  }
}

/** The page of its thread on which a post stands. */
export const pageOf = (number: number): number => Math.ceil(number / POSTS_PER_PAGE)

/**
 * The page to begin a thread on.
 * @throws 404 for a cohort that the actor is not part of.
 */
export async function viewThreadToOpen(
  actor: Actor,
  cohortId: string,
): Promise<{ cohort: DiscussionView['cohort']; page: WritingPage }> {
  const own = await findMembership(actor, cohortId)
  if (!own) throw new Response('There is no such cohort.', { status: 404 })
  const draft = { ownerId: actor.id, kind: 'thread', subjectId: own.cohortId } as const
  return { cohort: { id: own.cohortId, name: own.cohortName, isLead: own.isLead }, page: await writingPage(draft) }
}
