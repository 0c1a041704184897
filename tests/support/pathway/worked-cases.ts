import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { pathwaySchema, requirementSchema } from '#app/content/pathway-schema.ts'
import type { Pathway } from '#app/domain/pathway/rules.ts'
import { workedFactsSchema } from './worked-facts.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** What is expected of one part: only what is said is compared. */
const expectation = z.strictObject({
  state: z.enum(['met', 'under-way', 'not-begun', 'expired']).optional(),
  have: z.number().optional(),
  need: z.number().optional(),
  missing: z.array(z.string()).optional(),
  /** Ids of the pieces that count. */
  counts: z.array(z.string()).optional(),
  /** The id of a piece that does not count, and why. */
  refuses: z.record(z.string(), z.string()).optional(),
  /** Of routes: the id of the one to go on with. */
  shortest: z.string().optional(),
})

const workedCase = z.strictObject({
  name: z.string(),
  /** A file of `content/pathways/`, or rules of the case's own. */
  pathway: z.string().optional(),
  rules: z.array(requirementSchema).optional(),
  at: z.iso.date(),
  facts: workedFactsSchema.prefault({}),
  expect: z.record(z.string(), expectation),
})

export type WorkedCase = z.output<typeof workedCase>

const read = (file: string) => parse(readFileSync(path.join(ROOT, file), 'utf8'), { merge: true })

export const readWorkedCases = (): WorkedCase[] =>
  z.array(workedCase).parse(read('tests/domain/pathway/worked-cases.yaml'))

export const readPathway = (slug: string): Pathway => pathwaySchema.parse(read(`content/pathways/${slug}.yaml`))

export function pathwayOf({ pathway, rules }: Pick<WorkedCase, 'pathway' | 'rules'>): Pathway {
  if (pathway) return readPathway(pathway)
  return { title: 'A rule', version: 1, source: 'This case.', requirements: rules ?? [] }
}
