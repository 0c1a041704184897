import { courseVersion } from '#app/content/catalogue.server.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { db } from '#app/db/client.server.ts'
import { findDraft } from '#app/db/drafts.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { placeOf } from '#app/domain/study-note.ts'
import { hrefOf } from '../place.ts'
import { noteDraftKey, noteIn, requireOwnNote } from './keep-note.server.ts'
import { draftOfNote, type NoteDraft } from './note-draft.ts'

export type NotePage = {
  id: string
  quote: string
  lesson: { title: string; href: string }
  course: { title: string; slug: string }
  hasChanged: boolean
  seenVersion: number
  initial: NoteDraft
  draft: SavedDraft<NoteDraft> | null
}

/** The page on which one writes on marked words. Throws 404 for words that somebody else marked. */
export async function viewNote(actor: Pick<Actor, 'id' | 'profession'>, id: string): Promise<NotePage> {
  const [own, saved] = await Promise.all([requireOwnNote(actor, id), findDraft(db(), noteDraftKey(actor.id, id))])
  const course = await courseVersion(own.courseVersionId)
  const lesson = course.lessons.find(({ slug }) => slug === own.lesson)
  const place = lesson && placeOf(own, lessonHtml(lesson, actor.profession).paragraphs)
  return {
    id,
    quote: own.quote,
    lesson: {
      title: lesson?.title ?? '',
      href: hrefOf(own.course, { kind: 'lesson', slug: own.lesson, anchor: place?.anchor }),
    },
    course: { title: course.title, slug: own.course },
    hasChanged: !place,
    seenVersion: own.version,
    initial: draftOfNote(own.note),
    draft: noteIn(saved),
  }
}
