import { z } from 'zod'
import { MAX_TREATMENTS } from '#app/domain/pathway/treatments/shared-supply.ts'
import { amountOf, atLeast, byEvidence, count, fieldOf, filterOf, selectionOf } from './evidence-schema.ts'
import { slug, text } from './words.ts'

/** Of a rule that asks for so many treatments, each with enough in it. */

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

/** All that such a rule says beside its name. */
export const treatmentsShape = {
  kind: z.literal('treatments'),
  where: filterOf('cases').optional(),
  each: z.array(minimum).min(1),
  routes: z.array(route).min(1),
  among: z
    .strictObject({ ...part, anyOf: z.array(z.strictObject({ about: filterOf('cases'), atLeast: count })).min(1) })
    .optional(),
  together: z.array(z.discriminatedUnion('kind', [countMinimum, sumMinimum])).optional(),
}
