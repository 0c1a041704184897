import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { transact } from '#app/db/client.server.ts'
import { addReading, holdStudyClock, setStudyClock } from '#app/db/lesson-reading.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { creditedTime } from '#app/domain/reading-time.ts'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'

type Report = {
  /** Spent reading since the report before, as the page counted them. */
  seconds: number
  /** Of the paragraph that is being read, once somebody has gone on from the start. */
  anchor?: string | undefined
}

/**
 * Keeps how far somebody is in a lesson of their own, and the time that they spent on it as far as the server's clock bears it out. A paragraph that the
 * lesson does not have, since it was corrected while it lay open, leaves the place as it was. Throws 404 out of reach.
 */
export async function reportReading(
  actor: Pick<Actor, 'id' | 'profession'>,
  at: LessonAddress,
  { seconds: claimedSeconds, anchor }: Report,
  now: Date,
): Promise<void> {
  const { enrolmentId, lesson } = await requireOwnLesson(actor.id, at, { isByItself: true })
  const { paragraphs } = lessonHtml(lesson, actor.profession)
  const place = paragraphs.find(({ id }) => id === anchor)?.id ?? null
  await transact(async (tx) => {
    const before = await holdStudyClock(tx, actor.id, now)
    const { seconds, countedUntil } = creditedTime({ claimedSeconds, countedUntil: before, now })
    await setStudyClock(tx, actor.id, countedUntil)
    await addReading(tx, { enrolmentId, lessonSlug: lesson.slug, anchor: place, seconds })
  })
}
