import { courseVersion } from '#app/content/catalogue.server.ts'
import type { Course, Lesson } from '#app/content/course-schema.ts'
import { findOpenCourse, hadLesson, type OpenCourse } from '#app/db/study.server.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'

export type OwnCourse = OpenCourse & { enrolmentId: string; course: Course }

/** The course of a lesson within the person's reach: one that they are enrolled in. */
export async function findOwnCourse(
  userId: string,
  at: LessonAddress,
): Promise<OwnCourse | 'not-enrolled' | undefined> {
  const open = await findOpenCourse(userId, at)
  if (!open?.enrolmentId) return open?.isListed ? 'not-enrolled' : undefined
  return { ...open, enrolmentId: open.enrolmentId, course: await courseVersion(open.versionId) }
}

/**
 * The lesson to write to. Throws 404 when it is not there or not within the person's reach, and leads back to the course when it was
 * taken out while somebody was in it.
 * @param isByItself the page does it, and nobody has asked for anything: then there is nobody to lead, and what is said would stand on whatever they open next.
 */
export async function requireOwnLesson(
  userId: string,
  at: LessonAddress,
  { isByItself = false } = {},
): Promise<OwnCourse & { lesson: Lesson }> {
  const own = await findOwnCourse(userId, at)
  const lesson = typeof own === 'object' ? own.course.lessons.find(({ slug }) => slug === at.lesson) : undefined
  const isGone = typeof own === 'object' && !lesson
  if (isGone && !isByItself && (await hadLesson(own.id, at.lesson))) throw backFromRemovedLesson(at)
  if (typeof own !== 'object' || !lesson) throw new Response('There is no such lesson.', { status: 404 })
  return { ...own, lesson }
}

/** To the course, from a lesson that it had and has no longer. */
export const backFromRemovedLesson = ({ course }: LessonAddress): Response =>
  redirectWithFlash(
    `/learn/${course}`,
    'This lesson has been taken out of the course. What you did of it is kept in your record, and the course no longer asks for it.',
    'info',
  )

/** Slugs, as they stand in the address. */
export type LessonAddress = { course: string; lesson: string }
