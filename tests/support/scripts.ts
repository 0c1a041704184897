import { randomUUID } from 'node:crypto'
import type { PublishedRubric, Vignette } from '#app/content/schemas.ts'
import { createAllocation } from '#app/db/allocations.server.ts'
import { db } from '#app/db/client.server.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor, Role } from '#app/domain/people.ts'

export const now = new Date('2026-11-02T09:00:00Z')

/** An account whose holder has these roles since long ago. */
export async function createPerson(name: string, ...roles: Role[]): Promise<Actor> {
  const email = `${name.toLowerCase().replace(/\W+/g, '-')}-${randomUUID()}@people.example`
  const { id } = await db().user.create({
    data: {
      name,
      email,
      profession: 'nurse',
      emailConfirmedAt: new Date(0),
      roleGrants: { createMany: { data: roles.map((role) => ({ role, startsAt: new Date(0) })) } },
    },
    select: { id: true },
  })
  return { id, name, email, profession: 'nurse', roles, timeZone: 'Europe/London', unreadNotices: 0, requestId: 'test' }
}

const descriptors = { 1: 'Absent.', 3: 'Not yet.', 4: 'Good enough.', 5: 'Good.', 7: 'Excellent.' }

const rubric: PublishedRubric = {
  slug: 'stance',
  title: 'Stance',
  version: 1,
  source: 'Written for a test.',
  references: [],
  criteria: [
    { id: 'not-knowing', title: 'Not knowing', asks: 'Does the answer ask?', descriptors },
    { id: 'patience', title: 'Patience', asks: 'Does the answer wait?', descriptors },
  ],
  global: { asks: 'On the whole?', descriptors },
  criticalErrors: [{ id: 'certainty', title: 'Certainty', description: 'States what the patient feels.' }],
  pass: { globalAtLeast: 4, criterionAtLeast: 3, notRateableAtMost: 1, criticalErrorsUpheldAtMost: 0 },
}

const vignette = (slug: string): Vignette => ({
  slug,
  title: `The case of ${slug}`,
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
})

export type PublishedVignette = { id: string; slug: string; versionId: string; rubricVersionId: string }

async function publish(kind: 'vignette' | 'rubric' | 'course', slug: string, body: object) {
  const item = await db().contentItem.create({ data: { kind, slug }, select: { id: true } })
  const version = await db().contentVersion.create({
    data: { itemId: item.id, number: 1, digest: slug, body: body as never, publishedAt: now },
    select: { id: true },
  })
  await db().contentItem.update({ where: { id: item.id }, data: { currentVersionId: version.id } })
  return { id: item.id, slug, versionId: version.id }
}

/** A published vignette with a rubric of two criteria and one critical error. */
export async function createVignette(slug = `case-${randomUUID()}`): Promise<PublishedVignette> {
  const { versionId: rubricVersionId } = await publish('rubric', `rubric-${randomUUID()}`, rubric)
  return { rubricVersionId, ...(await publish('vignette', slug, vignette(slug))) }
}

/** A course that is complete once its one vignette is passed. */
export const createCourse = (vignettes: readonly PublishedVignette[]) =>
  publish('course', `course-${randomUUID()}`, {
    title: 'A course',
    lessons: [],
    questions: [],
    vignettes: vignettes.map(({ slug }) => slug),
    completion: { lessons: 'all', vignettes: 'all' },
  })

export type Script = { code: string; attemptId: string; allocationId: string; submittedAt: Date }

/** An answer that was handed in and waits for a marker. */
export async function createScript(of: PublishedVignette, trainee: Actor, submittedAt = now): Promise<Script> {
  const number = 1 + (await db().attempt.count({ where: { userId: trainee.id, vignetteId: of.id } }))
  const { id: attemptId } = await db().attempt.create({
    data: {
      userId: trainee.id,
      vignetteId: of.id,
      vignetteVersionId: of.versionId,
      rubricVersionId: of.rubricVersionId,
      number,
      state: 'submitted',
      openedAt: new Date(submittedAt.getTime() - 3_600_000),
      submittedAt,
      answers: {
        say: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'What was it like, at the desk?' }] }],
        },
      },
      declaration: 'My own work.',
    },
    select: { id: true },
  })
  const { id: allocationId, code } = await createAllocation(db(), attemptId)
  return { code, attemptId, allocationId, submittedAt }
}

/** A mark that passes by the rubric of `createVignette`. */
export const passingMark: MarkFields = {
  'level.not-knowing': '5',
  'comment.not-knowing': 'You ask, and you wait for the answer.',
  'level.patience': '4',
  'comment.patience': '',
  global: '5',
  overall: 'Steady work.',
}
