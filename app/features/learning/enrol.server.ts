import { courseVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { whyNotEnrol } from '#app/db/enrolment-guard.server.ts'
import { insertEnrolment } from '#app/db/learning.server.ts'
import { agreeModules } from '#app/db/modules.server.ts'
import type { Actor } from '#app/domain/people.ts'

/**
 * Enrols a person in a course that is free. Whoever is enrolled already stays so: nothing is written twice, however often or from
 * however many windows it is asked for.
 * @returns the course's first lesson, or why they cannot be enrolled. Throws 404 for a course that is not offered, and 403 for one that costs something.
 */
export async function enrol(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<{ firstLesson: string | undefined; isNew: boolean } | { refused: string }> {
  const item = await findCurrentItem('course', slug)
  if (!item?.isListed) throw new Response('There is no such course.', { status: 404 })
  const course = await courseVersion(item.versionId)
  if (course.price !== 'free') throw new Response('This course is not free: buy it on its page.', { status: 403 })

  return transact(async (tx) => {
    const refused = await whyNotEnrol(tx, actor.id, item.id)
    if (refused) return { refused }
    const firstLesson = course.lessons[0]?.slug
    const enrolmentId = await insertEnrolment(tx, { userId: actor.id, courseId: item.id, now })
    if (!enrolmentId) return { firstLesson, isNew: false }
    const object = { kind: 'enrolment', id: enrolmentId }
    await recordAudit(tx, { actor, action: 'enrolment.made', object, details: { courseId: item.id }, at: now })
    await agreeModules(tx, { enrolmentId, actor, now })
    return { firstLesson, isNew: true }
  })
}
