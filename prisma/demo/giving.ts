import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { insertEnrolment } from '#app/db/learning.server.ts'
import { agreeModules } from '#app/db/modules.server.ts'
import type { Member } from './people.ts'

/** Enrols somebody in a course that costs something, as an employer would who has paid for it. */
export async function giveCourse({ actor }: Member, slug: string, at: Date): Promise<void> {
  const course = await findCurrentItem('course', slug)
  if (!course) throw new Error(`There is no course ${slug}.`)
  await transact(async (tx) => {
    const enrolmentId = await insertEnrolment(tx, { userId: actor.id, courseId: course.id, now: at })
    if (!enrolmentId) return
    const object = { kind: 'enrolment', id: enrolmentId }
    await recordAudit(tx, { actor, action: 'enrolment.made', object, details: { courseId: course.id }, at })
    await agreeModules(tx, { enrolmentId, actor, now: at })
  })
}
