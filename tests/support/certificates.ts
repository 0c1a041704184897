import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { issueCertificates } from '#app/features/credentials/issue-certificates.server.ts'
import { previewCertificates } from '#app/features/credentials/preview-certificates.server.ts'
import { now } from './accounts.ts'

export type CourseText = { title: string; format: string; cpdHours: number; vignettes: string[] }

const stanceCourse: CourseText = {
  title: 'Therapeutic stance',
  format: 'Self-paced, online',
  cpdHours: 5,
  vignettes: [],
}

/** A published course of which only what certificates need is filled in. */
export async function publishCourse(text: Partial<CourseText> = {}, publishedAt = new Date('2026-01-01')) {
  const slug = `course-${randomUUID()}`
  const { id } = await db().contentItem.create({ data: { kind: 'course', slug }, select: { id: true } })
  const course = { id, slug }
  await publishVersion(course, 1, text, publishedAt)
  return course
}

export type PublishedCourse = Awaited<ReturnType<typeof publishCourse>>

/** The next version of a course, current from now on. */
export async function publishVersion(
  course: PublishedCourse,
  number: number,
  text: Partial<CourseText>,
  publishedAt: Date,
): Promise<void> {
  const { id } = await db().contentVersion.create({
    data: {
      itemId: course.id,
      number,
      digest: String(number),
      body: { slug: course.slug, ...stanceCourse, ...text },
      publishedAt,
    },
    select: { id: true },
  })
  await db().contentItem.update({ where: { id: course.id }, data: { currentVersionId: id }, select: { id: true } })
}

export const started = new Date('2026-09-01T09:00:00Z')
export const completed = new Date('2026-10-20T09:00:00Z')

/** @returns the id of an enrolment whose course is completed; under way when `completedAt` is null. */
export async function enrolment(
  person: Actor,
  course: PublishedCourse,
  completedAt: Date | null = completed,
): Promise<string> {
  const row = { userId: person.id, courseId: course.id, enrolledAt: started, completedAt }
  return (await db().enrolment.create({ data: row, select: { id: true } })).id
}

/** Looks at what the certificates would say and issues them, as an officer does. */
export async function issueAsSeen(officer: Actor, enrolmentIds: string[], at = now) {
  return issueCertificates(officer, await previewCertificates(officer, enrolmentIds), at)
}
