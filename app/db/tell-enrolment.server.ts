import type { EnrolmentAsk, EnrolmentChange } from '#app/domain/notices.ts'
import type { Db } from './client.server.ts'
import { notify } from './notices.server.ts'

type Change = { userId: string; courseId: string; change: EnrolmentChange; now: Date }

/** Tells somebody what a lead did with their enrolment in a course. */
export async function tellOfEnrolment(tx: Db, { userId, courseId, change, now }: Change): Promise<void> {
  const [course] = await tx.$queryRaw<{ slug: string; title: string }[]>`
    SELECT ci.slug, v.body ->> 'title' AS title FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id
    WHERE ci.id = ${courseId}::uuid`
  if (!course) return
  const params = { change, courseTitle: course.title, path: `/learn/${course.slug}/enrolment` } as const
  await notify(tx, { userId, kind: 'enrolment-changed', params, now })
}

/** Tells the leads of a cohort that one of its trainees asks for something. */
export async function tellLeads(
  tx: Db,
  { cohortId, what, now }: { cohortId: string; what: EnrolmentAsk; now: Date },
): Promise<void> {
  const leads = await tx.cohortMember.findMany({
    where: { cohortId, part: 'lead' },
    select: { userId: true, cohort: { select: { name: true } } },
  })
  for (const { userId, cohort } of leads) {
    const params = { what, cohortName: cohort.name, path: `/cohorts/${cohortId}/enrolments` } as const
    await notify(tx, { userId, kind: 'enrolment-asked', params, now })
  }
}
