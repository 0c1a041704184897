import { setMediaPlace } from '#app/db/media.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'

/** Keeps how far somebody is in a recording of a lesson of their own. Throws 404 out of reach. */
export async function keepMediaPlace(
  actor: Pick<Actor, 'id'>,
  at: LessonAddress,
  { file, seconds }: { file: string; seconds: number },
): Promise<void> {
  const { enrolmentId, lesson } = await requireOwnLesson(actor.id, at, { isByItself: true })
  if (!lesson.media?.some((one) => one.file === file))
    throw new Response('There is no such recording.', { status: 404 })
  await setMediaPlace({ enrolmentId, lessonSlug: lesson.slug, file, seconds })
}
