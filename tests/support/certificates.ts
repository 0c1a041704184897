import type { Course } from '#app/content/course-schema.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { issueCertificates } from '#app/features/credentials/issue-certificates.server.ts'
import { previewCertificates } from '#app/features/credentials/preview-certificates.server.ts'
import { createAccount, now } from './accounts.ts'
import { courseOf, publish, publishVersion } from './published.ts'

type CourseText = Pick<Course, 'title' | 'format' | 'cpdHours' | 'vignettes' | 'approvals'>

const stanceCourse: CourseText = {
  title: 'Therapeutic stance',
  format: 'Self-paced, online',
  cpdHours: 5,
  vignettes: [],
}

/** A published course for which certificates can be issued. */
export const publishCourse = (text: Partial<CourseText> = {}, publishedAt = new Date('2026-01-01')) =>
  publish('course', courseOf({ ...stanceCourse, ...text }), publishedAt)

export type PublishedCourse = Awaited<ReturnType<typeof publishCourse>>

/** The next version of a course, current from now on. */
export const publishCourseAgain = (course: PublishedCourse, text: Partial<CourseText>, publishedAt: Date) =>
  publishVersion(course.id, courseOf({ slug: course.slug, ...stanceCourse, ...text }), publishedAt)

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

/** Somebody with one certificate, as most tests of certificates begin. */
export async function onePersonWithCertificate(): Promise<{ noor: Actor; number: string }> {
  const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  const noor = await createAccount('Noor')
  const { issuedNumbers } = await issueAsSeen(grace, [await enrolment(noor, await publishCourse())])
  return { noor, number: issuedNumbers[0] ?? '' }
}
