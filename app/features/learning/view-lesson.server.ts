import { type LessonHtml, lessonHtml } from '#app/content/render-lesson.server.tsx'
import type { Actor } from '#app/domain/people.ts'
import { findOwnCourse, type LessonAddress, type OwnCourse } from './own-course.server.ts'
import { type QuestionView, questionView } from './question-view.ts'

type LessonLink = { slug: string; title: string; isRead: boolean }

export type LessonPage = Omit<LessonHtml, 'paragraphs'> & {
  course: { slug: string; title: string }
  lesson: { slug: string; title: string; aim: string; outcomes: string[]; minutes: number; number: number }
  isRead: boolean
  lessons: LessonLink[]
  previous?: LessonLink | undefined
  next?: LessonLink | undefined
  questions: QuestionView[]
}

/**
 * A lesson with its questions as this person left them.
 * @param again a question to be answered once more: shown without the answer that stands.
 */
export async function viewLesson(
  actor: Pick<Actor, 'id' | 'profession'>,
  at: LessonAddress,
  again: string | null,
): Promise<LessonPage | 'not-enrolled' | undefined> {
  const own = await findOwnCourse(actor.id, at.course)
  if (typeof own !== 'object') return own
  const index = own.course.lessons.findIndex(({ slug }) => slug === at.lesson)
  const lesson = own.course.lessons[index]
  if (!lesson) return undefined
  const lessons = own.course.lessons.map(({ slug, title }) => ({ slug, title, isRead: own.lessonsRead.includes(slug) }))
  const { slug, title, aim, outcomes, minutes } = lesson
  const { html, contents } = lessonHtml(lesson, actor.profession)
  return {
    html,
    contents,
    course: { slug: own.slug, title: own.course.title },
    lesson: { slug, title, aim, outcomes, minutes, number: index + 1 },
    isRead: own.lessonsRead.includes(slug),
    lessons,
    previous: lessons[index - 1],
    next: lessons[index + 1],
    questions: questionsOf(own, slug, again),
  }
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
