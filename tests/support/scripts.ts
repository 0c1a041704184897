import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { db } from '#app/db/client.server.ts'
import type { MarkFields } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'
import { courseOf, notKnowing, patience, publish, rubricOf, vignetteOf } from './published.ts'

export type PublishedVignette = { id: string; slug: string; versionId: string; rubricVersionId: string }

/** A published vignette with a rubric of two criteria and one critical error. */
export async function createVignette(slug = `case-${randomUUID()}`): Promise<PublishedVignette> {
  const rubric = rubricOf({ criteria: [notKnowing, patience] })
  const { versionId: rubricVersionId } = await publish('rubric', rubric)
  const vignette = vignetteOf({ slug, title: `The case of ${slug}`, rubric: rubric.slug })
  return { rubricVersionId, ...(await publish('vignette', vignette)) }
}

/** A course that is complete once its vignettes are passed. */
export const createCourse = (vignettes: readonly PublishedVignette[]) =>
  publish('course', courseOf({ vignettes: vignettes.map(({ slug }) => slug) }))

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
  { firstSubmittedAt = now, cohortId = null }: { firstSubmittedAt?: Date; cohortId?: string | null } = {},
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
      cohortId,
    })),
  })
  await db().allocation.createMany({
    data: scripts.map(({ attemptId, allocationId, code }) => ({
      id: allocationId,
      attemptId,
      vignetteId: of.id,
      cohortId,
      code,
    })),
  })
  return scripts
}

/** An answer that was handed in and waits for a marker. */
export async function createScript(of: PublishedVignette, trainee: Actor, submittedAt = now): Promise<Script> {
  const [script] = await createScripts(of, trainee, 1, { firstSubmittedAt: submittedAt })
  if (!script) throw new Error('no script was made')
  return script
}

/** A benchmark of a vignette that lies in a marker's queue like a script. @returns its code. */
export async function createGold(of: PublishedVignette, marker: Actor): Promise<string> {
  const { versionId: benchmarkVersionId } = await publish('benchmark', { slug: `benchmark-${randomUUID()}` })
  const code = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()
  const script = { benchmarkVersionId, vignetteId: of.id, code, purpose: 'gold' as const, markerId: marker.id }
  await db().allocation.create({ data: script, select: { id: true } })
  return code
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
