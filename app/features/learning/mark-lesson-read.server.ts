import { transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import { insertLessonRead, isFirstOfKey } from '#app/db/learning.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type LessonAddress, requireOwnLesson } from './own-course.server.ts'

/**
 * Marks a lesson of one's own course as read; a second time changes nothing, nor does a `key` that a device has sent before.
 * @returns where to go on (no slug after the last lesson) and whether this completed the course. Throws 404 out of reach.
 */
export async function markLessonRead(
  actor: Actor,
  at: LessonAddress,
  now: Date,
  key?: string,
): Promise<{ nextLesson: string | undefined; hasCompleted: boolean }> {
  const { enrolmentId, versionId, course, lesson } = await requireOwnLesson(actor.id, at)
  const completed = await transact(async (tx) => {
    if (key && !(await isFirstOfKey(tx, enrolmentId, key))) return []
    await insertLessonRead(tx, { enrolmentId, lessonSlug: lesson.slug, courseVersionId: versionId, now })
    return completeCourseIfDone(tx, { userId: actor.id, course: { slug: at.course }, now, actor })
  })
  return { nextLesson: course.lessons[course.lessons.indexOf(lesson) + 1]?.slug, hasCompleted: completed.length > 0 }
}
