import { withAskLinks } from '#app/content/ask-links.ts'
import { markWords } from '#app/content/mark-words.ts'
import { firstWords, type ShownParagraph } from '#app/content/paragraph-text.ts'
import { type LessonHtml, lessonHtml } from '#app/content/render-lesson.server.tsx'
import type { LessonReading, MediaPlaces } from '#app/db/lesson-reading.server.ts'
import { hadLesson } from '#app/db/study.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type NoteView, noteAnchor, noteViews } from './notes/note-view.ts'
import { findOwnCourse, type LessonAddress, type OwnCourse } from './own-course.server.ts'
import { type QuestionView, questionView } from './question-view.ts'

type LessonLink = { slug: string; title: string; isRead: boolean }

export type LessonPage = Omit<LessonHtml, 'paragraphs'> & {
  course: { slug: string; title: string }
  lesson: { slug: string; title: string; aim: string; outcomes: string[]; minutes: number; number: number }
  isRead: boolean
  /** The course. */
  hasCompleted: boolean
  /** Where this person stopped in a lesson that they have not read to its end: the paragraph's anchor and its first words. */
  stoppedAt?: { id: string; words: string } | undefined
  /** What one marked in it. */
  notes: NoteView[]
  /** What a note can be written on without choosing words. */
  paragraphs: { id: string; words: string }[]
  lessons: LessonLink[]
  previous?: LessonLink | undefined
  next?: LessonLink | undefined
  questions: QuestionView[]
  /** How far this person is in each recording; absent from a lesson that plays none. */
  mediaPlaces?: MediaPlaces | undefined
}

/**
 * A lesson with its questions as this person left them.
 * @param again a question to be answered once more: shown without the answer that stands.
 */
export async function viewLesson(
  actor: Pick<Actor, 'id' | 'profession'>,
  at: LessonAddress,
  again: string | null,
): Promise<LessonPage | 'not-enrolled' | 'removed' | undefined> {
  const own = await findOwnCourse(actor.id, at)
  if (typeof own !== 'object') return own
  const index = own.course.lessons.findIndex(({ slug }) => slug === at.lesson)
  const lesson = own.course.lessons[index]
  if (!lesson) return (await hadLesson(own.id, at.lesson)) ? 'removed' : undefined
  const lessons = own.course.lessons.map(({ slug, title }) => ({ slug, title, isRead: own.lessonsRead.includes(slug) }))
  const { slug, title, aim, outcomes, minutes } = lesson
  const { html, contents, paragraphs } = lessonHtml(lesson, actor.profession)
  const notes = noteViews(own.notes, paragraphs)
  const marked = markWords(html, notes.flatMap(markingOf))
  return {
    html: own.canAsk ? withAskLinks(marked, `/learn/${own.slug}/${slug}/ask`) : marked,
    contents,
    notes,
    paragraphs: paragraphs.map(({ id, words }) => ({ id, words: firstWords(words) })),
    course: { slug: own.slug, title: own.course.title },
    lesson: { slug, title, aim, outcomes, minutes, number: index + 1 },
    isRead: own.lessonsRead.includes(slug),
    hasCompleted: own.hasCompleted,
    stoppedAt: stoppedAt(
      paragraphs,
      own.lessonsRead.includes(slug) ? undefined : own.reading.find((one) => one.lesson === slug),
    ),
    lessons,
    previous: lessons[index - 1],
    next: lessons[index + 1],
    questions: questionsOf(own, slug, again),
    mediaPlaces: lesson.media && (own.reading.find((one) => one.lesson === slug)?.mediaPlaces ?? {}),
  }
}

const markingOf = ({ id, note, place }: NoteView) =>
  place ? [{ ...place, noteHref: note ? `#${noteAnchor(id)}` : undefined }] : []

/** A paragraph that the lesson has no longer is no place to go to, and its first one is where everybody begins. */
function stoppedAt(paragraphs: readonly ShownParagraph[], reading: LessonReading | undefined): LessonPage['stoppedAt'] {
  const at = paragraphs.findIndex(({ id }) => id === reading?.anchor)
  const paragraph = paragraphs[at]
  return paragraph && at > 0 ? { id: paragraph.id, words: firstWords(paragraph.words) } : undefined
}

const questionsOf = (
  { course, enrolmentId, answers }: OwnCourse,
  lesson: string,
  again: string | null,
): QuestionView[] =>
  course.questions
    .filter((question) => question.lesson === lesson)
    .map((question) => {
      const answer = answers.find(({ questionId }) => questionId === question.id)
      return questionView(question, { seed: enrolmentId, answer: question.id === again ? undefined : answer })
    })
