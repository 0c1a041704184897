import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { type Db, transact } from '#app/db/client.server.ts'
import { isFirstOfKey } from '#app/db/learning.server.ts'
import { countStudyNotes, insertStudyNote } from '#app/db/study-notes.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type MarkedWords, type Paragraph, placeOf, wholeOf, wordsAt } from '#app/domain/study-note.ts'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'

/** Words of one paragraph; without places the whole of it. With their `quote` they are found again where the lesson was corrected meanwhile. */
export type Chosen = {
  anchor: string
  from?: number | undefined
  to?: number | undefined
  quote?: string | undefined
}

type Marking = {
  /** One for each paragraph that the words lie in. */
  chosen: readonly Chosen[]
  /** What a device sends is taken once, however often it comes. */
  key?: string | undefined
  /** What else is done in the same transaction with the first of the words, by its id. */
  andThen?: (tx: Db, id: string) => Promise<void>
}

/** Far more than anybody reads again, and an end to what a script could store. */
const NOTES_AT_MOST = 3_000

/**
 * Marks words of a lesson of one's own: the same words a second time are the same mark. The row is its own record.
 * @returns the ids of what was marked, in the order of the page (none for a key that was taken before), and the paragraph where it begins.
 *   Throws 404 out of reach, 409 for words that the lesson does not have.
 */
export async function markLessonWords(
  actor: Pick<Actor, 'id' | 'profession'>,
  at: LessonAddress,
  { chosen, key, andThen }: Marking,
  now: Date,
): Promise<{ ids: string[]; anchor: string }> {
  const { id: courseId, enrolmentId, versionId: courseVersionId, lesson } = await requireOwnLesson(actor.id, at)
  const { paragraphs } = lessonHtml(lesson, actor.profession)
  const row = { userId: actor.id, courseId, lesson: lesson.slug, courseVersionId, now }
  return transact(async (tx) => {
    if (key && !(await isFirstOfKey(tx, enrolmentId, key))) return { ids: [], anchor: chosen[0]?.anchor ?? '' }
    const marked = chosen.flatMap((one) => wordsOf(one, paragraphs) ?? [])
    const [first] = marked
    if (!first || marked.length < chosen.length)
      throw new Response('These words are not in the lesson now. It may have been corrected: open it again.', {
        status: 409,
      })
    if ((await countStudyNotes(tx, actor.id)) + marked.length > NOTES_AT_MOST)
      throw new Response(`You have ${NOTES_AT_MOST} marks and notes, which is as many as are kept.`, { status: 409 })
    const ids: string[] = []
    for (const words of marked) ids.push(await insertStudyNote(tx, { ...words, ...row }))
    if (ids[0]) await andThen?.(tx, ids[0])
    return { ids, anchor: first.anchor }
  })
}

function wordsOf({ anchor, from, to, quote }: Chosen, paragraphs: readonly Paragraph[]): MarkedWords | undefined {
  const isWhole = from === undefined || to === undefined
  const place = isWhole || !quote ? { anchor, from, to } : placeOf({ anchor, from, to, quote }, paragraphs)
  const paragraph = paragraphs.find(({ id }) => id === place?.anchor)
  if (!paragraph || !place) return undefined
  return place.from === undefined || place.to === undefined
    ? wholeOf(paragraph)
    : wordsAt(paragraph, { from: place.from, to: place.to })
}
