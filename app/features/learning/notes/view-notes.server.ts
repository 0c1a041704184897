import { courseVersion, loadVersions } from '#app/content/catalogue.server.ts'
import type { Course } from '#app/content/course-schema.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { readNotedCourses, type StudyNote } from '#app/db/study-notes.server.ts'
import type { Actor, Profession } from '#app/domain/people.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import { type NoteView, noteViews } from './note-view.ts'

/** `slug` is absent where the course has this lesson no longer. */
export type NotedLesson = { slug: string | undefined; title: string; notes: NoteView[] }

export type NotedCourse = { slug: string; title: string; lessons: NotedLesson[] }

export type NotesPage = {
  courses: NotedCourse[]
  /** Of all courses, whatever is asked for. */
  count: number
  options: { slug: string; title: string }[]
}

type Asked = { course?: string | undefined; words?: string | undefined }

/** All that the actor marked and wrote, by course and lesson; `asked` narrows it to a course, or to what holds these words. */
export async function viewNotes(
  actor: Pick<Actor, 'id' | 'profession'>,
  { course: wanted, words = '' }: Asked = {},
): Promise<NotesPage> {
  const noted = await readNotedCourses(actor.id)
  await loadVersions(noted.map(({ versionId }) => versionId))
  const all = await Promise.all(
    noted.map(async ({ slug, versionId, notes }) => {
      const course = await courseVersion(versionId)
      return { slug, title: course.title, lessons: lessonsOf(course, notes, actor.profession) }
    }),
  )
  const courses = all
    .filter(({ slug }) => !wanted || slug === wanted)
    .map((course) => ({ ...course, lessons: course.lessons.flatMap((lesson) => narrowed(lesson, words)) }))
    .filter(({ lessons }) => lessons.length > 0)
  const count = noted.reduce((sum, { notes }) => sum + notes.length, 0)
  return { courses, count, options: all.map(({ slug, title }) => ({ slug, title })) }
}

const NO_LONGER = 'A lesson that this course has no longer'

function lessonsOf(course: Course, notes: readonly StudyNote[], profession: Profession): NotedLesson[] {
  const known = course.lessons.flatMap((lesson) => {
    const own = notes.filter((note) => note.lesson === lesson.slug)
    if (own.length === 0) return []
    return { slug: lesson.slug, title: lesson.title, notes: noteViews(own, lessonHtml(lesson, profession).paragraphs) }
  })
  const gone = notes.filter((note) => !course.lessons.some(({ slug }) => slug === note.lesson))
  return gone.length === 0 ? known : [...known, { slug: undefined, title: NO_LONGER, notes: noteViews(gone, []) }]
}

function narrowed(lesson: NotedLesson, words: string): NotedLesson[] {
  const wanted = words.trim().toLowerCase()
  const notes = lesson.notes.filter(({ quote, note }) =>
    `${quote}\n${note ? plainTextOf(note) : ''}`.toLowerCase().includes(wanted),
  )
  return notes.length > 0 ? [{ ...lesson, notes }] : []
}
