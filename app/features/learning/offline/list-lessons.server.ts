import { createHash } from 'node:crypto'
import { deviceAccount } from '#app/auth/device-account.server.ts'
import { loadStudy } from '#app/content/load-study.server.ts'
import type { KeptLessons } from '#app/domain/offline.ts'
import type { Actor } from '#app/domain/people.ts'

/** The lessons that a device of this person's may keep: those of the courses that they are enrolled in, and no other page. */
export async function listLessons(actor: Pick<Actor, 'id' | 'profession'>): Promise<KeptLessons> {
  const { courses } = await loadStudy(actor.id)
  const own = courses.filter(({ enrolment }) => enrolment)
  const pages = own.flatMap(({ slug, course }) =>
    course.lessons.map((lesson) => ({
      href: `/learn/${slug}/${lesson.slug}`,
      title: lesson.title,
      course: course.title,
    })),
  )
  const facts = [actor.profession, ...own.map(({ versionId }) => versionId)]
  const version = createHash('sha256').update(facts.join()).digest('base64url').slice(0, 16)
  return { account: deviceAccount(actor.id), version, pages }
}
