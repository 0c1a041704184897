import { vignetteVersion } from '#app/content/catalogue.server.ts'
import type { KeyedVignette } from '#app/content/vignette-schema.ts'
import { isWritten } from '#app/content/vignettes.ts'
import { findCurrentItem } from '#app/db/content.server.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { Clock } from './clock.ts'
import { type Members, memberOf } from './people.ts'
import type { DemoPractice } from './practice.ts'
import { handIn, openAttempt, submit, unfold } from './writing.ts'

type Fields = Record<string, string>
type Practising = { members: Members; clock: Clock }

/** Answers what does not count towards a course: written ones go to their markers, a key scores the others at once. */
export async function practise(practice: DemoPractice, { members, clock }: Practising): Promise<void> {
  for (const { by, ...answer } of practice.written) await handIn(memberOf(members, by), answer, clock)
  for (const { by, ...answer } of practice.unfolding) await unfold(memberOf(members, by), answer, clock)
  for (const { by, vignette, ...given } of [...practice.coded, ...practice.concordance, ...practice.judged]) {
    const writing = { key: `${by}'s ${vignette}`, vignette }
    const fields = fieldsOf(await keyedVignette(vignette), given)
    const { id } = await openAttempt(memberOf(members, by), writing, clock)
    await submit(memberOf(members, by), writing, { id, fields }, clock)
  }
}

async function keyedVignette(slug: string): Promise<KeyedVignette> {
  const item = await findCurrentItem('vignette', slug)
  const vignette = item && (await vignetteVersion(item.versionId))
  if (!vignette || isWritten(vignette)) throw new Error(`${slug} is no vignette that a key scores.`)
  return vignette
}

type Given =
  | Pick<DemoPractice['coded'][number], 'passages'>
  | Pick<DemoPractice['concordance'][number], 'shifts'>
  | Pick<DemoPractice['judged'][number], 'items'>

function fieldsOf(vignette: KeyedVignette, given: Given): Fields {
  if ('shifts' in given) return shiftFields(given.shifts)
  if ('passages' in given && vignette.kind === 'annotate') return codingFields(vignette, given.passages)
  if ('items' in given && vignette.kind === 'situational-judgement') return judgedFields(vignette, given.items)
  throw new Error(`${vignette.slug} is answered otherwise.`)
}

export const shiftFields = (shifts: Record<string, number>): Fields =>
  Object.fromEntries(Object.entries(shifts).map(([id, shift]) => [keyedField.item(id), `${shift}`]))

type KeyedOf<Kind extends KeyedVignette['kind']> = Extract<KeyedVignette, { kind: Kind }>
type Coded = DemoPractice['coded'][number]['passages']

function codingFields({ transcript }: KeyedOf<'annotate'>, passages: Coded): Fields {
  const placed = passages.map(({ turn, words, code }) => {
    const from = transcript[turn - 1]?.says.indexOf(words) ?? -1
    if (from === -1) throw new Error(`Turn ${turn} has no words “${words}”.`)
    return [keyedField.passage({ turn, from, to: from + words.length, code }), 'on'] as const
  })
  return { [keyedField.way]: 'passages', ...Object.fromEntries(placed) }
}

function judgedFields({ items }: KeyedOf<'situational-judgement'>, judged: Record<string, string[]>): Fields {
  const fields = items.flatMap(({ id, mode }) =>
    (judged[id] ?? []).map((option, index) =>
      mode === 'rank' ? [keyedField.place(id, option), `${index + 1}`] : [keyedField.choice(id, option), 'on'],
    ),
  )
  return Object.fromEntries(fields)
}
