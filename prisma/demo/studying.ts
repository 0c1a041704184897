import { courseVersion } from '#app/content/catalogue.server.ts'
import type { Course } from '#app/content/course-schema.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { answerQuestion } from '#app/features/learning/answer-question.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { answerTo } from './answering.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

export type Studied = {
  /** How many lessons were read, with their questions answered; all of them when absent. */
  lessons?: number | undefined
  /** All questions answered, too many of them wrong. */
  isWrong?: boolean
}

/** Enrols somebody in a course and takes them through its lessons, in order, at a reader's pace. */
export async function study(member: Member, slug: string, clock: Clock, { lessons, isWrong }: Studied = {}) {
  await enrol(member.actor, slug, clock.after(20))
  const course = await currentCourse(slug)
  for (const lesson of course.lessons.slice(0, lessons)) {
    const at = { course: slug, lesson: lesson.slug }
    await markLessonRead(member.actor, at, clock.after(9))
    for (const [index, question] of course.questions.filter((each) => each.lesson === lesson.slug).entries()) {
      const answer = { questionId: question.id, chosen: answerTo(question, isWrong === true && index % 2 === 0) }
      await answerQuestion(member.actor, at, answer, clock.after(0.1))
    }
  }
}

async function currentCourse(slug: string): Promise<Course> {
  const item = await findCurrentItem('course', slug)
  if (!item) throw new Error(`The demo cast studies the course ${slug}, which is not published.`)
  return courseVersion(item.versionId)
}
