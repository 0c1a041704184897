import { z } from 'zod'
import { AMOUNTS, FIELDS, type Field } from '#app/domain/pathway/fields.ts'
import { EVIDENCE_KINDS, type EvidenceKind, type Requirement } from '#app/domain/pathway/rules.ts'
import { MAX_TREATMENTS } from '#app/domain/pathway/treatments/shared-supply.ts'
import { PROFESSIONS } from '#app/domain/people.ts'
import { priceByCurrency } from './price-schema.ts'
import { confirm, slug, text } from './words.ts'

/** What a file under `content/pathways/` may say; `docs/pathways.md` shows each kind of rule with an example. */

const atLeast = z.number().positive()
const count = z.int().min(1)

/** What is asked for looking at what was handed in, and how many in a hundred of it go back. */
const fee = z.strictObject({
  price: priceByCurrency,
  refund: z
    .strictObject({ withdrawn: z.int().min(0).max(100).optional(), refused: z.int().min(0).max(100).optional() })
    .optional(),
})

const term = z
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
function filterOf(evidence: EvidenceKind) {
  const fields = Object.entries(FIELDS[evidence]).flatMap(([name, field]) =>
    field.type === 'key' ? [] : [[name, wantedOf(field).optional()] as const],
  )
  return z.strictObject(Object.fromEntries(fields))
}

const within = z.union(
  [z.strictObject({ last: term }), z.strictObject({ any: term })],
  'must be last or any, and years or months',
)
const turn = z.strictObject({ requirement: slug, is: z.enum(['begun', 'met']) })

const period = { within: within.optional(), after: turn.optional(), before: turn.optional() }
const selectionOf = <Kind extends EvidenceKind>(kind: Kind) => ({
  evidence: z.literal(kind),
  about: filterOf(kind).optional(),
  where: filterOf(kind).optional(),
})
const amountOf = (kind: EvidenceKind) => z.enum(Object.keys(AMOUNTS[kind]))
const fieldOf = (kind: EvidenceKind) => z.enum(Object.keys(FIELDS[kind]))

/** One schema for each kind of evidence, so that a field of another kind is a fault. */
const byEvidence = <Kind extends EvidenceKind, Shape extends z.ZodObject>(
  kinds: readonly Kind[],
  shapeOf: (kind: Kind) => Shape,
) => z.discriminatedUnion('evidence', kinds.map(shapeOf) as [Shape, ...Shape[]])

const summable = EVIDENCE_KINDS.filter((kind) => kind !== 'documents')
const named = { id: slug, title: text, why: text }

const countRule = byEvidence(EVIDENCE_KINDS, (kind) =>
  z.strictObject({
    ...named,
    kind: z.literal('count'),
    ...selectionOf(kind),
    ...period,
    distinctBy: fieldOf(kind).optional(),
    atLeast: count,
  }),
)
const sumRule = byEvidence(summable, (kind) =>
  z.strictObject({ ...named, kind: z.literal('sum'), ...selectionOf(kind), ...period, of: amountOf(kind), atLeast }),
)
const shareRule = byEvidence(EVIDENCE_KINDS, (kind) =>
  z.strictObject({
    ...named,
    kind: z.literal('share'),
    ...selectionOf(kind),
    ...period,
    having: filterOf(kind),
    atLeast: z.number().gt(0).max(1),
  }),
)
const monthlyRule = byEvidence(
  summable.filter((kind) => kind !== 'cases'),
  (kind) =>
    z.strictObject({
      ...named,
      kind: z.literal('monthly'),
      ...selectionOf(kind),
      after: turn.optional(),
      before: turn.optional(),
      of: amountOf(kind),
      atLeast,
      months: count.max(120),
    }),
)

const OF_A_TREATMENT = ['cases', 'supervision', 'clips'] as const
const part = { id: slug, title: text }
const divided = { isDivided: z.boolean().optional() }
const countMinimum = byEvidence(OF_A_TREATMENT, (kind) => {
  const { evidence, where } = selectionOf(kind)
  const distinctBy = fieldOf(kind).optional()
  return z.strictObject({ ...part, kind: z.literal('count'), evidence, where, distinctBy, atLeast: count, ...divided })
})
const sumMinimum = byEvidence(OF_A_TREATMENT, (kind) => {
  const { evidence, where } = selectionOf(kind)
  return z.strictObject({ ...part, kind: z.literal('sum'), evidence, where, of: amountOf(kind), atLeast, ...divided })
})
const minimum = z.discriminatedUnion('kind', [
  z.strictObject({ ...part, kind: z.literal('is'), where: filterOf('cases') }),
  countMinimum,
  sumMinimum,
])

const slots = z
  .strictObject({ about: filterOf('cases'), atLeast: count, atMost: count.optional() })
  .refine(({ atLeast, atMost = atLeast }) => atMost >= atLeast, 'atMost is less than atLeast')
const route = z.strictObject({
  ...part,
  treatments: z
    .array(slots)
    .min(1)
    .refine(
      (treatments) => treatments.reduce((sum, { atLeast, atMost = atLeast }) => sum + atMost, 0) <= MAX_TREATMENTS,
      `has more than ${MAX_TREATMENTS} treatments`,
    ),
})

const treatmentsRule = z.strictObject({
  ...named,
  kind: z.literal('treatments'),
  where: filterOf('cases').optional(),
  each: z.array(minimum).min(1),
  routes: z.array(route).min(1),
  among: z
    .strictObject({ ...part, anyOf: z.array(z.strictObject({ about: filterOf('cases'), atLeast: count })).min(1) })
    .optional(),
  together: z.array(z.discriminatedUnion('kind', [countMinimum, sumMinimum])).optional(),
})

/** A requirement with all that lies below it. */
export const requirementSchema: z.ZodType<Requirement> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...named,
      kind: z.literal('all-of'),
      distinct: z.boolean().optional(),
      requirements: z.array(requirementSchema).min(1),
    }),
    z.strictObject({ ...named, kind: z.literal('any-of'), requirements: z.array(requirementSchema).min(2) }),
    z.strictObject({ ...named, kind: z.literal('course'), course: slug }),
    z.strictObject({ ...named, kind: z.literal('vignette'), vignette: slug }),
    z
      .strictObject({ ...named, kind: z.literal('vignettes'), vignettes: z.array(slug).min(1), atLeast: count })
      .refine(({ vignettes, atLeast }) => atLeast <= vignettes.length, 'asks for more vignettes than it names'),
    countRule,
    sumRule,
    shareRule,
    monthlyRule,
    treatmentsRule,
    z.strictObject({ ...named, kind: z.literal('attestation'), statement: text, validFor: term.optional() }),
    z.strictObject({ ...named, kind: z.literal('staff-check'), checks: text, validFor: term.optional() }),
    z.strictObject({ ...named, kind: z.literal('profession'), oneOf: z.array(z.enum(PROFESSIONS)).min(1) }),
  ]),
)

/** A status lapses after this long unless its pathway says otherwise. */
const RENEWAL_YEARS = 5

export const pathwaySchema = z.strictObject({
  title: text,
  version: z.int().min(1),
  source: text,
  /** Whoever has not chosen a pathway is on this one. */
  isDefault: z.boolean().optional(),
  requirements: z.array(requirementSchema).min(1),
  /** Of a first application; without it that is free. */
  fee: fee.optional(),
  renewal: z
    .strictObject({
      fee: fee.optional(),
      every: term.default({ years: RENEWAL_YEARS }),
      /** After the last day; 0 for none. */
      grace: z.strictObject({ months: z.int().min(0).max(24) }).optional(),
      /** Before the last day. */
      opens: z.strictObject({ months: count.max(60) }).optional(),
      requirements: z.array(requirementSchema).min(1),
    })
    .optional(),
  decision: z.strictObject({ people: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2') }).optional(),
  /** How many people issue what was decided; one where it is not said. */
  release: z.strictObject({ people: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2') }).optional(),
  /** What the awarding body asks for besides, evidenced outside this platform. */
  elsewhere: z.array(z.strictObject({ title: text, detail: text })).default([]),
  confirm,
})
