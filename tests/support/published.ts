import { randomUUID } from 'node:crypto'
import type { Course } from '#app/content/course-schema.ts'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import type { VignetteOf } from '#app/content/vignette-schema.ts'
import { db } from '#app/db/client.server.ts'
import { now } from './accounts.ts'

const descriptors = { 1: 'Absent.', 3: 'Not yet.', 4: 'Good enough.', 5: 'Good.', 7: 'Excellent.' }

export const notKnowing = { id: 'not-knowing', title: 'Not knowing', asks: 'Does the answer ask?', descriptors }
export const patience = { id: 'patience', title: 'Patience', asks: 'Does the answer wait?', descriptors }

/** A rubric of one criterion and one critical error. */
export const rubricOf = (changes: Partial<PublishedRubric> = {}): PublishedRubric => ({
  slug: `rubric-${randomUUID()}`,
  title: 'Stance',
  version: 1,
  source: 'Written for a test.',
  references: [],
  criteria: [notKnowing],
  global: { asks: 'On the whole?', descriptors },
  criticalErrors: [{ id: 'certainty', title: 'Certainty', description: 'States what the patient feels.' }],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
  ...changes,
})

/** A vignette of one prompt. */
export const vignetteOf = (changes: Partial<VignetteOf<'response'>> = {}): VignetteOf<'response'> => ({
  slug: `case-${randomUUID()}`,
  title: 'A case',
  kind: 'response',
  rubric: 'stance',
  summary: 'A case.',
  minutes: 30,
  maxAttempts: 3,
  hoursBetween: 24,
  situation: 'You are on a ward.',
  transcript: [
    { speaker: 'Dana', says: 'You were not here.' },
    { speaker: 'Clinician', says: 'I was not.' },
  ],
  prompts: [{ id: 'say', label: 'What do you say?', help: 'In your own words.', words: [10, 100] }],
  discussion: 'The model discussion.',
  references: [],
  provenance: 'demo',
  professions: ['nurse'],
  modules: [3],
  ...changes,
})

/** A course without lessons: it is complete once its vignettes are passed. */
export const courseOf = (changes: Partial<Course> = {}): Course => ({
  slug: `course-${randomUUID()}`,
  title: 'A course',
  summary: 'A course.',
  module: 1,
  price: 'free',
  studyHours: 1,
  cpdHours: 1,
  format: 'Online',
  audience: 'Clinicians.',
  outcomes: ['one', 'two'],
  prerequisites: [],
  vignettes: [],
  practice: [],
  completion: { lessons: 'all', vignettes: 'all' },
  lessons: [],
  questions: [],
  ...changes,
})

/** Publishes the first version of an item. */
export async function publish(
  kind: 'vignette' | 'rubric' | 'course' | 'benchmark' | 'pathway',
  body: { slug: string },
  publishedAt = now,
) {
  const { slug } = body
  const { id } = await db().contentItem.create({ data: { kind, slug }, select: { id: true } })
  return { id, slug, versionId: await publishVersion(id, body, publishedAt) }
}

/** Publishes a further version of an item, which is current from then on. */
export async function publishVersion(itemId: string, body: object, publishedAt = now): Promise<string> {
  const number = (await db().contentVersion.count({ where: { itemId } })) + 1
  const { id } = await db().contentVersion.create({
    data: { itemId, number, digest: randomUUID(), body: body as never, publishedAt },
    select: { id: true },
  })
  await db().contentItem.update({ where: { id: itemId }, data: { currentVersionId: id }, select: { id: true } })
  return id
}
