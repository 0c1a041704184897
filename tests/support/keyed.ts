import { randomUUID } from 'node:crypto'
import type { KeyedVignette, VignetteOf } from '#app/content/vignette-schema.ts'
import { db } from '#app/db/client.server.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { AnyKey } from '#app/domain/keyed/key.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { now } from './accounts.ts'
import { courseOf, publish, vignetteOf } from './published.ts'
import { enrolIn } from './vignettes.ts'

const { kind: _, rubric: __, prompts: ___, transcript, ...common } = vignetteOf()
type Asked<Kind extends KeyedVignette['kind']> = Partial<VignetteOf<Kind>>

/** Two turns to be coded; the key has a passage in each. */
export const codingOf = (changes: Asked<'annotate'> = {}): VignetteOf<'annotate'> => ({
  ...common,
  slug: `coding-${randomUUID()}`,
  title: 'A coding',
  kind: 'annotate',
  transcript: [
    { speaker: 'Dana', says: 'You were late. You do not care!' },
    { speaker: 'Clinician', says: 'I was late. What was it like?' },
  ],
  codes: [
    { id: 'equivalence', title: 'Psychic equivalence', description: 'What is felt is how it is.' },
    { id: 'stance', title: 'Stance kept', description: 'A moment is asked about.' },
    { id: 'breach', title: 'Stance breach', description: 'A mind is stated.' },
  ],
  coding: [
    { turn: 1, words: 'You do not care!', code: 'equivalence', because: 'A mind is *known*.' },
    { turn: 2, words: 'What was it like?', code: 'stance', because: 'It is asked.' },
  ],
  ...changes,
})

const counts = { '-2': 0, '-1': 0, '0': 2, '1': 4, '2': 0 }

export const concordanceOf = (changes: Asked<'script-concordance'> = {}): VignetteOf<'script-concordance'> => ({
  ...common,
  slug: `concordance-${randomUUID()}`,
  title: 'Items',
  kind: 'script-concordance',
  items: ['one', 'two', 'three'].map((id) => ({
    id,
    thinking: `of ${id}`,
    learn: `the news of ${id}`,
    panel: counts,
    because: `The reason for ${id}.`,
  })),
  ...changes,
})

const options = (credits: Record<string, number>) =>
  Object.entries(credits).map(([id, credit]) => ({ id, text: `Option ${id}`, credit, because: `Because ${id}.` }))

export const judgementOf = (changes: Asked<'situational-judgement'> = {}): VignetteOf<'situational-judgement'> => ({
  ...common,
  slug: `judgement-${randomUUID()}`,
  title: 'Judgements',
  kind: 'situational-judgement',
  items: [
    {
      id: 'order',
      mode: 'rank',
      stem: 'In which order?',
      because: 'In this one.',
      options: ['a', 'b', 'c'].map((id, index) => ({
        id,
        text: `Option ${id}`,
        place: index + 1,
        because: `Because ${id}.`,
      })),
    },
    {
      id: 'pick',
      mode: 'choose',
      choose: 2,
      stem: 'Which two?',
      because: 'These.',
      options: options({ a: 0.5, b: 0.5, c: 0.1, d: 0 }),
    },
  ],
  ...changes,
})

export type OfferedKeyed<Body extends KeyedVignette = KeyedVignette> = {
  id: string
  slug: string
  versionId: string
  courseId: string
  body: Body
}

/** Publishes it in a course of its own. */
export async function offerKeyed<Body extends KeyedVignette>(body: Body): Promise<OfferedKeyed<Body>> {
  const { id, slug, versionId } = await publish('vignette', body)
  const { id: courseId } = await publish('course', courseOf({ title: 'A course to practise on', vignettes: [slug] }))
  return { id, slug, versionId, courseId, body }
}

/** Enrols somebody and begins their attempt. @returns its id. */
export async function beginKeyed({ courseId, slug, id }: OfferedKeyed, person: Actor): Promise<string> {
  await enrolIn(courseId, person)
  await beginAttempt(person, slug, now)
  return (await db().attempt.findFirstOrThrow({ where: { userId: person.id, vignetteId: id, state: 'open' } })).id
}

export const codingFields = (...passages: Parameters<typeof keyedField.passage>[0][]): Record<string, string> => ({
  [keyedField.way]: 'passages',
  ...Object.fromEntries(passages.map((passage) => [keyedField.passage(passage), 'on'])),
})

/** The two passages of the key of {@link codingOf}. */
export const care = { turn: 1, from: 15, to: 31, code: 'equivalence' }
export const like = { turn: 2, from: 12, to: 29, code: 'stance' }

/** A consensus of a panel of three on a version, formed at this moment. */
export async function formedConsensus(
  { id: itemId, versionId }: Pick<OfferedKeyed, 'id' | 'versionId'>,
  lead: Actor,
  key: AnyKey,
  formedAt = now,
): Promise<string> {
  const panel = await db().panel.create({
    data: { itemId, contentVersionId: versionId, title: 'Leeds', closesOn: now, createdById: lead.id, createdAt: now },
  })
  const consensus = await db().consensus.create({
    data: {
      panelId: panel.id,
      contentVersionId: versionId,
      key: key as never,
      provenance: { panel: 'Leeds', members: 3, on: '2026-11-02' },
      formedById: lead.id,
      formedAt,
    },
  })
  return consensus.id
}
