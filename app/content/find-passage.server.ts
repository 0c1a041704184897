import { listVersionIds } from '#app/db/content.server.ts'
import { courseVersion } from './catalogue.server.ts'
import type { Lesson } from './course-schema.ts'
import { parseMarkdown } from './markdown.ts'
import { paragraphWords } from './paragraph-ids.ts'

export type Passage = { lessonTitle: string; words: string }

type Place = { lesson: string; anchor: string }

/** What became of a paragraph in a version of its course: there as it was, or its lesson with other words, or not even that. */
export type PassageState = 'there' | 'changed' | 'gone'

/** Lives as long as the version that the lesson is a part of is kept in memory. */
const known = new WeakMap<Lesson, ReadonlyMap<string, string>>()

function wordsIn(lesson: Lesson): ReadonlyMap<string, string> {
  const words = known.get(lesson) ?? paragraphWords(parseMarkdown(lesson.markdown), lesson.markdown)
  known.set(lesson, words)
  return words
}

/** The paragraph of a course as it stands in this version. */
export async function passageIn(
  versionId: string,
  { lesson: slug, anchor }: Place,
): Promise<{ state: PassageState; lessonTitle?: string; passage?: Passage }> {
  const lesson = (await courseVersion(versionId)).lessons.find((one) => one.slug === slug)
  if (!lesson) return { state: 'gone' }
  const { title: lessonTitle } = lesson
  const words = wordsIn(lesson).get(anchor)
  return words === undefined
    ? { state: 'changed', lessonTitle }
    : { state: 'there', lessonTitle, passage: { lessonTitle, words } }
}

/** The paragraph in the newest version of the course that has it: somebody may have begun to write before it was corrected. */
export async function findPassage(
  { courseId, versionId }: { courseId: string; versionId: string },
  place: Place,
): Promise<Passage | undefined> {
  const now = await passageIn(versionId, place)
  if (now.passage) return now.passage
  for (const earlier of await listVersionIds(courseId)) {
    const { passage } = await passageIn(earlier, place)
    if (passage) return passage
  }
  return undefined
}
