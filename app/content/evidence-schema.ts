import { z } from 'zod'
import { AMOUNTS, FIELDS, type Field } from '#app/domain/pathway/fields.ts'
import type { EvidenceKind } from '#app/domain/pathway/rules.ts'
import { slug, text } from './words.ts'

/** How a rule says which evidence it asks for: of which kind, with what in its fields, from when, and how much of it. */

export const atLeast = z.number().positive()
export const count = z.int().min(1)

export const term = z
  .strictObject({ years: count.optional(), months: count.optional() })
  .refine(({ years, months }) => years !== undefined || months !== undefined, 'must say years or months')

const bounds = z
  .strictObject({ atLeast: z.number().min(0).optional(), atMost: z.number().min(0).optional() })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'must say atLeast or atMost')

const wanted = {
  flag: z.boolean('must be true or false'),
  approval: z.literal('in-force', 'must be in-force'),
  number: bounds,
}

function wantedOf(field: Exclude<Field, { type: 'key' }>) {
  if (field.type !== 'choice') return wanted[field.type]
  const some = z.array(field.values ? z.enum(field.values) : text).min(1)
  const words = field.values ? ` of ${field.values.join(', ')}` : ''
  return z.union([some, z.strictObject({ noneOf: some })], `must be a list${words}, or noneOf and such a list`)
}

/** Every field that a piece of this kind has, each with what can be asked of it. */
export function filterOf(evidence: EvidenceKind) {
  const fields = Object.entries(FIELDS[evidence]).flatMap(([name, field]) =>
    field.type === 'key' ? [] : [[name, wantedOf(field).optional()] as const],
  )
  return z.strictObject(Object.fromEntries(fields))
}

const within = z.union(
  [z.strictObject({ last: term }), z.strictObject({ any: term })],
  'must be last or any, and years or months',
)
export const turn = z.strictObject({ requirement: slug, is: z.enum(['begun', 'met']) })

export const period = { within: within.optional(), after: turn.optional(), before: turn.optional() }
export const selectionOf = <Kind extends EvidenceKind>(kind: Kind) => ({
  evidence: z.literal(kind),
  about: filterOf(kind).optional(),
  where: filterOf(kind).optional(),
})
export const amountOf = (kind: EvidenceKind) => z.enum(Object.keys(AMOUNTS[kind]))
export const fieldOf = (kind: EvidenceKind) => z.enum(Object.keys(FIELDS[kind]))

/** One schema for each kind of evidence, so that a field of another kind is a fault. */
export const byEvidence = <Kind extends EvidenceKind, Shape extends z.ZodObject>(
  kinds: readonly Kind[],
  shapeOf: (kind: Kind) => Shape,
) => z.discriminatedUnion('evidence', kinds.map(shapeOf) as [Shape, ...Shape[]])
