import { db } from '#app/db/client.server.ts'
import { defaultMarkingPolicy, type MarkingPolicy } from '#app/domain/marking-policy.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'
import { createCourse, type PublishedVignette } from './scripts.ts'

type People = { leads?: readonly Actor[]; trainees?: readonly Actor[]; name?: string }

/** A cohort of a course that has these vignettes. @returns its id. */
export async function formCohort(
  vignettes: readonly PublishedVignette[],
  { leads = [], trainees = [], name = 'Leeds' }: People,
): Promise<string> {
  const { id: courseId } = await createCourse(vignettes)
  const members = [
    ...leads.map(({ id }) => ({ userId: id, part: 'lead' as const, joinedAt: now })),
    ...trainees.map(({ id }) => ({ userId: id, part: 'trainee' as const, joinedAt: now })),
  ]
  const { id } = await db().cohort.create({
    data: { name, courseId, startsOn: now, members: { createMany: { data: members } } },
    select: { id: true },
  })
  return id
}

/** A further policy of a cohort: the default but for these. */
export async function adopt(cohortId: string, changes: Partial<MarkingPolicy>, by: Actor): Promise<void> {
  const version = (await db().markingPolicy.count({ where: { cohortId } })) + 1
  const policy = { ...defaultMarkingPolicy, ...changes }
  await db().markingPolicy.create({ data: { cohortId, version, policy, adoptedById: by.id, adoptedAt: now } })
}
