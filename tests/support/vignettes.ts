import { randomUUID } from 'node:crypto'
import type { Prompt, Vignette, VignetteOf } from '#app/content/vignette-schema.ts'
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

export type OfferedVignette<Of extends Vignette = VignetteOf<'response'>> = {
  id: string
  slug: string
  body: Of
  versionId: string
  rubricVersionId: string
  courseId: string
  courseSlug: string
}

/** A vignette with two prompts in a course of its own: two attempts, a day between. */
export const offerVignette = (changes: Partial<VignetteOf<'response'>> = {}): Promise<OfferedVignette> =>
  offer((rubric) => vignetteOf({ ...lockedDoor, rubric, ...changes }))

const { prompts: _, kind: __, ...common } = vignetteOf(lockedDoor)
const prompt = (id: string, label: string) => ({
  id,
  label,
  help: 'In your own words.',
  words: [1, 100] as [number, number],
})

/** The same as a vignette that unfolds in three stages, the first of which has two prompts. */
export const offerUnfolding = (): Promise<OfferedVignette<VignetteOf<'unfolding'>>> =>
  offer((rubric) => ({
    ...common,
    rubric,
    slug: `unfolding-${randomUUID()}`,
    kind: 'unfolding',
    stages: [
      stage([prompt('say-1', 'What do you say first?'), prompt('why-1', 'Why first?')], 'I do not know yet.'),
      stage([prompt('say-2', 'What do you say second?')], 'That surprises me.'),
      stage([prompt('say-3', 'What do you say third?')], 'I will think about it.'),
    ],
  }))

// biome-ignore lint/suspicious/noThenProperty: the content's own word
const stage = (prompts: Prompt[], says: string) => ({ prompts, then: [{ speaker: 'Dana', says }] })

/** The same with a gate before its one step, and the arousal of each turn. */
export const offerGated = (): Promise<OfferedVignette<VignetteOf<'six-steps'>>> =>
  offer((rubric) => ({
    ...common,
    rubric,
    slug: `gated-${randomUUID()}`,
    kind: 'six-steps',
    transcript: common.transcript.map((turn) => ({ ...turn, arousal: 4 })),
    prompts: [prompt('validate', 'What do you validate?')],
    gate: { question: 'Is she calm enough?', answer: 'step-back', because: 'The reason of the authors.' },
  }))

/** A vignette that a course has to practise on, and not to be completed by. */
export async function offerPractice(): Promise<OfferedVignette> {
  const vignette = await offerVignette()
  const course = courseOf({ title: 'A course with practice', practice: [vignette.slug] })
  await db().contentItem.update({ where: { id: vignette.courseId }, data: { isListed: false } })
  return { ...vignette, courseId: (await publish('course', course)).id, courseSlug: course.slug }
}

async function offer<Of extends Vignette>(bodyOf: (rubricSlug: string) => Of): Promise<OfferedVignette<Of>> {
  const rubric = rubricOf()
  const { versionId: rubricVersionId } = await publish('rubric', rubric)
  const body = bodyOf(rubric.slug)
  const { id, slug, versionId } = await publish('vignette', body)
  const course = courseOf({ title: 'A course with a vignette', vignettes: [slug] })
  const { id: courseId, slug: courseSlug } = await publish('course', course)
  return { id, slug, body, versionId, rubricVersionId, courseId, courseSlug }
}

export async function enrolIn(courseId: string, person: Actor): Promise<void> {
  await db().enrolment.create({ data: { userId: person.id, courseId, enrolledAt: now } })
}

/** The last moment at which this person may submit, set by a cohort of theirs. */
export async function setDeadline(
  { id, courseId }: Pick<OfferedVignette, 'id' | 'courseId'>,
  person: Actor,
  dueAt: Date,
): Promise<void> {
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
