import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { transact } from '#app/db/client.server.ts'
import { countStudyNotes, insertStudyNote } from '#app/db/study-notes.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { wholeOf, wordsAt } from '#app/domain/study-note.ts'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'

/** Words of one paragraph; without places the whole of it. */
export type Chosen = { anchor: string; from?: number | undefined; to?: number | undefined }

/** Far more than anybody reads again, and an end to what a script could store. */
const NOTES_AT_MOST = 3_000

/**
 * Marks words of a lesson of one's own: the same words a second time are the same mark. The row is its own record.
 * @param chosen one for each paragraph that the words lie in.
 * @returns the ids of what was marked, in the order of the page, and the paragraph where it begins. Throws 404 out of reach, 409 for
 *   words that the lesson does not have.
 */
export async function markLessonWords(
  actor: Pick<Actor, 'id' | 'profession'>,
  at: LessonAddress,
  chosen: readonly Chosen[],
  now: Date,
): Promise<{ ids: string[]; anchor: string }> {
  const { id: courseId, versionId: courseVersionId, lesson } = await requireOwnLesson(actor.id, at)
  const { paragraphs } = lessonHtml(lesson, actor.profession)
  const marked = chosen.flatMap(({ anchor, from, to }) => {
    const paragraph = paragraphs.find(({ id }) => id === anchor)
    if (!paragraph) return []
    return (from === undefined || to === undefined ? wholeOf(paragraph) : wordsAt(paragraph, { from, to })) ?? []
  })
  const [first] = marked
  if (!first || marked.length < chosen.length)
    throw new Response('These words are not in the lesson now. It may have been corrected: open it again.', {
      status: 409,
    })
  const ids = await transact(async (tx) => {
    if ((await countStudyNotes(tx, actor.id)) + marked.length > NOTES_AT_MOST)
      throw new Response(`You have ${NOTES_AT_MOST} marks and notes, which is as many as are kept.`, { status: 409 })
    const made: string[] = []
    for (const words of marked)
      made.push(
        await insertStudyNote(tx, { ...words, userId: actor.id, courseId, lesson: lesson.slug, courseVersionId, now }),
      )
    return made
  })
  return { ids, anchor: first.anchor }
}
