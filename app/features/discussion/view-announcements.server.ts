import { type Announcement, readAnnouncements, readAnnouncementToWrite } from '#app/db/announcements.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { writingPage } from './check-writing.server.ts'
import type { WritingPage } from './written.ts'

const PER_PAGE = 10

type Cohort = { id: string; name: string; isLead: boolean }

export type AnnouncementView = Omit<Announcement, 'body'> & {
  /** Absent once it was taken back. */
  text: RichDocument | undefined
  isOwn: boolean
}

export const announcementView = ({ body, ...rest }: Announcement, actor: Pick<Actor, 'id'>): AnnouncementView => ({
  ...rest,
  // It was checked when it was posted.
  text: (body as RichDocument | null) ?? undefined,
  isOwn: rest.authorId === actor.id,
})

/**
 * What the training leads of a cohort told it, the newest first; `page` counts from 1.
 * @throws 404 for a cohort that the actor is not part of.
 */
export async function viewAnnouncements(
  actor: Actor,
  cohortId: string,
  page: number,
): Promise<{ cohort: Cohort; announcements: AnnouncementView[]; pages: number }> {
  const read = await readAnnouncements(actor, cohortId, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
  if (!read) throw new Response('There is no such cohort.', { status: 404 })
  const { cohortName: name, isLead, announcements, total } = read
  return {
    cohort: { id: read.cohortId, name, isLead },
    announcements: announcements.map((one) => announcementView(one, actor)),
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
  }
}

/**
 * The page to write an announcement on, or to correct one of the actor's own.
 * @param correct its id; null for a new one.
 * @throws 404 for a cohort that the actor does not lead, and an announcement that is not theirs to correct.
 */
export async function viewAnnouncementWriting(
  actor: Actor,
  cohortId: string,
  correct: string | null,
): Promise<{ cohort: Cohort; page: WritingPage }> {
  const read = await readAnnouncementToWrite(actor, cohortId, correct)
  if (!read) throw new Response('There is no such cohort.', { status: 404 })
  const cohort = { id: read.cohortId, name: read.cohortName, isLead: true }
  const draft = { ownerId: actor.id, kind: 'announcement', subjectId: correct ?? read.cohortId } as const
  if (!correct) return { cohort, page: await writingPage(draft) }
  if (!read.announcement?.body) throw new Response('There is no such announcement.', { status: 404 })
  const { title, body } = read.announcement
  return { cohort, page: await writingPage(draft, { title, text: body as RichDocument }) }
}
