import { captionsFile, mediaType } from '#app/content/media-format.ts'
import { readMedia } from '#app/db/media.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'

/** A recording of a lesson of one's own, to be read part by part, or the text of its captions. Throws 404 for what is out of reach. */
export async function openMedia(actor: Pick<Actor, 'id'>, { file, ...at }: LessonAddress & { file: string }) {
  const { lesson } = await requireOwnLesson(actor.id, at, { isByItself: true })
  for (const { captions, sha256, bytes, ...one } of lesson.media ?? []) {
    if (file === captionsFile(one.file)) return { captions }
    if (file !== one.file) continue
    const read = (part: { start: number; end: number }) => readMedia(sha256, part)
    return { recording: { type: mediaType(file), bytes, tag: sha256, read } }
  }
  throw new Response('There is no such recording.', { status: 404 })
}
