import { z } from 'zod'
import { courseVersion } from '#app/content/catalogue.server.ts'
import type { Lesson } from '#app/content/course-schema.ts'
import { parseMarkdown } from '#app/content/markdown.ts'
import { paragraphWords } from '#app/content/paragraph-ids.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import type { MarkedWords } from '#app/domain/study-note.ts'

/** Words of a lesson, by which the demonstration's files point into one of its paragraphs. */
export const lessonWords = { course: z.string(), lesson: z.string(), words: z.string() }

export type LessonWords = { course: string; lesson: string; words: string }

/** Where the words stand in their lesson. A slip stops the making of the cast. */
export async function placeInLesson(at: LessonWords): Promise<MarkedWords & { courseId: string; versionId: string }> {
  const item = await findCurrentItem('course', at.course)
  const lesson = item && (await courseVersion(item.versionId)).lessons.find(({ slug }) => slug === at.lesson)
  const marked = lesson && markedIn(lesson, at.words)
  if (!item || !marked) throw new Error(`No paragraph of ${at.course}/${at.lesson} has the words “${at.words}”.`)
  return { ...marked, courseId: item.id, versionId: item.versionId }
}

/** Read from the Markdown: what renders a lesson is compiled, and the cast is made without. */
export function markedIn({ markdown }: Pick<Lesson, 'markdown'>, quote: string): MarkedWords | undefined {
  for (const [anchor, words] of paragraphWords(parseMarkdown(markdown), markdown)) {
    const from = words.indexOf(quote)
    if (from !== -1) return { anchor, from, to: from + quote.length, quote }
  }
  return undefined
}
