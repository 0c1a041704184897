import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { PublishedRubric, Vignette } from '#app/content/schemas.ts'
import { db } from '#app/db/client.server.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'

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

const answers = {
  say: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'What was it like, at the desk?' }] }],
  },
}

/** Answers that were handed in a minute after each other and wait for a marker, in the order of their coming. */
export async function createScripts(
  of: PublishedVignette,
  trainee: Actor,
  count: number,
  firstSubmittedAt = now,
): Promise<Script[]> {
  const before = await db().attempt.count({ where: { userId: trainee.id, vignetteId: of.id } })
  const scripts = Array.from({ length: count }, (_, place) => ({
    attemptId: uuidv7(),
    allocationId: uuidv7(),
    code: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
    submittedAt: new Date(firstSubmittedAt.getTime() + place * 60_000),
  }))
  await db().attempt.createMany({
    data: scripts.map(({ attemptId, submittedAt }, place) => ({
      id: attemptId,
      userId: trainee.id,
      vignetteId: of.id,
      vignetteVersionId: of.versionId,
      rubricVersionId: of.rubricVersionId,
      number: before + place + 1,
      state: 'submitted',
      openedAt: new Date(submittedAt.getTime() - 3_600_000),
      submittedAt,
      answers,
      declaration: 'My own work.',
    })),
  })
  await db().allocation.createMany({
    data: scripts.map(({ attemptId, allocationId, code }) => ({ id: allocationId, attemptId, code })),
  })
  return scripts
}

/** An answer that was handed in and waits for a marker. */
export async function createScript(of: PublishedVignette, trainee: Actor, submittedAt = now): Promise<Script> {
  const [script] = await createScripts(of, trainee, 1, submittedAt)
  if (!script) throw new Error('no script was made')
  return script
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
