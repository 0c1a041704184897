import { randomUUID } from 'node:crypto'
import type { Course, PublishedRubric, Vignette } from '#app/content/schemas.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'

const descriptors = { 1: 'Absent.', 3: 'Not yet.', 4: 'Good enough.', 5: 'Good.', 7: 'Excellent.' }

const rubric = (slug: string): PublishedRubric => ({
  slug,
  title: 'Stance',
  version: 1,
  source: 'Written for a test.',
  references: [],
  criteria: [{ id: 'not-knowing', title: 'Not knowing', asks: 'Does the answer ask?', descriptors }],
  global: { asks: 'On the whole?', descriptors },
  criticalErrors: [{ id: 'certainty', title: 'Certainty', description: 'States what the patient feels.' }],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
})

const vignette = (slug: string, rubricSlug: string): Vignette => ({
  slug,
  title: 'The locked door',
  kind: 'response',
  rubric: rubricSlug,
  summary: 'A case.',
  minutes: 30,
  maxAttempts: 2,
  hoursBetween: 24,
  warning: { topics: ['self-harm'], text: 'It is mentioned.' },
  situation: 'You are on a ward.',
  transcript: [
    { speaker: 'Dana', says: 'You were not here.' },
    { speaker: 'Clinician', says: 'I was not.' },
  ],
  prompts: [
    { id: 'say', label: 'What do you say?', help: 'In your own words.', words: [10, 100] },
    { id: 'why', label: 'Why this?', help: 'In a few words.', words: [10, 100] },
  ],
  discussion: 'The words of the model discussion.',
  references: [],
  provenance: 'demo',
})

const course = (slug: string, vignetteSlug: string): Course => ({
  slug,
  title: 'A course with a vignette',
  summary: 'A course.',
  module: 1,
  price: 'free',
  studyHours: 1,
  cpdHours: 1,
  format: 'Online',
  audience: 'Clinicians.',
  outcomes: ['one', 'two'],
  prerequisites: [],
  vignettes: [vignetteSlug],
  completion: { lessons: 'all', vignettes: 'all' },
  lessons: [],
  questions: [],
})

type Kind = 'vignette' | 'rubric' | 'course'

async function publish(kind: Kind, body: { slug: string }) {
  const item = await db().contentItem.create({ data: { kind, slug: body.slug }, select: { id: true } })
  const versionId = await publishVersion(item.id, body)
  return { id: item.id, slug: body.slug, versionId }
}

/** Publishes a further version of an item, which is current from then on. */
export async function publishVersion(itemId: string, body: object): Promise<string> {
  const number = (await db().contentVersion.count({ where: { itemId } })) + 1
  const { id } = await db().contentVersion.create({
    data: { itemId, number, digest: randomUUID(), body: body as never, publishedAt: now },
    select: { id: true },
  })
  await db().contentItem.update({ where: { id: itemId }, data: { currentVersionId: id } })
  return id
}

export type OfferedVignette = {
  id: string
  slug: string
  body: Vignette
  versionId: string
  rubricVersionId: string
  courseId: string
}

/** A vignette with two prompts in a course of its own: two attempts, a day between. */
export async function offerVignette(changes: Partial<Vignette> = {}): Promise<OfferedVignette> {
  const suffix = randomUUID()
  const { versionId: rubricVersionId } = await publish('rubric', rubric(`rubric-${suffix}`))
  const body = { ...vignette(`case-${suffix}`, `rubric-${suffix}`), ...changes }
  const { id, slug, versionId } = await publish('vignette', body)
  const { id: courseId } = await publish('course', course(`course-${suffix}`, slug))
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
