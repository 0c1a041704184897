import { z } from 'zod'
import { EVIDENCE_KINDS, type Requirement } from '#app/domain/pathway/rules.ts'
import { PROFESSIONS } from '#app/domain/people.ts'
import {
  amountOf,
  atLeast,
  byEvidence,
  count,
  fieldOf,
  filterOf,
  period,
  selectionOf,
  term,
  turn,
} from './evidence-schema.ts'
import { priceByCurrency } from './price-schema.ts'
import { treatmentsShape } from './treatments-schema.ts'
import { confirm, slug, text } from './words.ts'

/** What a file under `content/pathways/` may say; `docs/pathways.md` shows each kind of rule with an example. */

/** What is asked for looking at what was handed in, and how many in a hundred of it go back. */
const fee = z.strictObject({
  price: priceByCurrency,
  refund: z
    .strictObject({ withdrawn: z.int().min(0).max(100).optional(), refused: z.int().min(0).max(100).optional() })
    .optional(),
})

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
    z.strictObject({ ...named, ...treatmentsShape }),
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
