import type { VignetteOf } from '#app/content/schemas.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'
import { courseOf, publish, rubricOf, vignetteOf } from './published.ts'

const lockedDoor: Partial<VignetteOf<'response'>> = {
  title: 'The locked door',
  maxAttempts: 2,
  warning: { topics: ['self-harm'], text: 'It is mentioned.' },
  prompts: [
    { id: 'say', label: 'What do you say?', help: 'In your own words.', words: [10, 100] },
    { id: 'why', label: 'Why this?', help: 'In a few words.', words: [10, 100] },
  ],
  discussion: 'The words of the model discussion.',
}

export type OfferedVignette = {
  id: string
  slug: string
  body: VignetteOf<'response'>
  versionId: string
  rubricVersionId: string
  courseId: string
}

/** A vignette with two prompts in a course of its own: two attempts, a day between. */
export async function offerVignette(changes: Partial<VignetteOf<'response'>> = {}): Promise<OfferedVignette> {
  const rubric = rubricOf()
  const { versionId: rubricVersionId } = await publish('rubric', rubric)
  const body = vignetteOf({ ...lockedDoor, rubric: rubric.slug, ...changes })
  const { id, slug, versionId } = await publish('vignette', body)
  const { id: courseId } = await publish('course', courseOf({ title: 'A course with a vignette', vignettes: [slug] }))
  return { id, slug, body, versionId, rubricVersionId, courseId }
}

export async function enrolIn(courseId: string, person: Actor): Promise<void> {
  await db().enrolment.create({ data: { userId: person.id, courseId, enrolledAt: now } })
}

/** The last moment at which this person may submit, set by a cohort of theirs. */
export async function setDeadline({ id, courseId }: OfferedVignette, person: Actor, dueAt: Date): Promise<void> {
  await db().cohort.create({
    data: {
      name: 'Autumn',
      courseId,
      startsOn: now,
      members: { create: { userId: person.id, part: 'trainee', joinedAt: now } },
      deadlines: { create: { vignetteId: id, dueAt } },
    },
  })
}
