import { courseVersion } from '#app/content/catalogue.server.ts'
import { markWords } from '#app/content/mark-words.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import type { Actor } from '#app/domain/people.ts'
import { type Address, findThread } from './view-thread.server.ts'

export type QuotedLesson = {
  cohort: { id: string; name: string }
  thread: { id: string; title: string }
  courseTitle: string
  lesson: { title: string; aim: string; html: string }
}

/**
 * The lesson that a question is about, as whoever asked reads it and with their paragraph marked, for the leads of their cohort: they
 * teach the course and are not enrolled in it.
 * @throws 404 for a thread out of reach, for whoever does not lead the cohort, and where there is no such lesson any more.
 */
export async function viewQuotedLesson(actor: Actor, address: Address): Promise<QuotedLesson> {
  const { passage, isLead, cohortId, cohortName, id, title } = await findThread(actor, address, 1)
  const course = isLead && passage?.versionId ? await courseVersion(passage.versionId) : undefined
  const lesson = course?.lessons.find(({ slug }) => slug === passage?.lesson)
  if (!passage || !course || !lesson) throw new Response('There is no such lesson.', { status: 404 })
  // A recording is played to whoever is enrolled; its text stands in the lesson.
  const { html, paragraphs } = lessonHtml({ ...lesson, media: undefined }, passage.profession)
  const asked = paragraphs.find(({ id: anchor }) => anchor === passage.anchor)
  return {
    cohort: { id: cohortId, name: cohortName },
    thread: { id, title },
    courseTitle: course.title,
    lesson: {
      title: lesson.title,
      aim: lesson.aim,
      html: asked ? markWords(html, [{ anchor: asked.id, from: 0, to: asked.words.length }]) : html,
    },
  }
}
