import { z } from 'zod'
import type { Reference } from './bibliography.ts'
import { provenanceSchema } from './vignette-schema.ts'
import { confirm, slug, text } from './words.ts'

/** What the files of a rubric and of its benchmarks may say; `docs/content.md` shows an example of each. */

const level = { 1: text, 3: text, 4: text, 5: text, 7: text }

export const rubricSchema = z.strictObject({
  title: text,
  version: z.int().min(1),
  source: text,
  references: z.array(slug).default([]),
  criteria: z.array(z.strictObject({ id: slug, title: text, asks: text, descriptors: z.strictObject(level) })).min(1),
  global: z.strictObject({ asks: text, descriptors: z.strictObject(level) }),
  criticalErrors: z.array(z.strictObject({ id: slug, title: text, description: text })),
  pass: z.strictObject({
    globalAtLeast: z.int().min(1).max(7),
    criterionAtLeast: z.int().min(1).max(7),
    notRateableAtMost: z.int().min(0),
    criticalErrorsUpheldAtMost: z.int().min(0),
  }),
  confirm,
})

const rating = z.strictObject({ level: z.int().min(1).max(7).nullable(), because: text })

/** An answer to a written vignette that experts have marked: for calibration, and unseen among real scripts as gold. */
export const benchmarkSchema = z.strictObject({
  vignette: slug,
  /** A borderline one comes first in calibration. */
  isBorderline: z.boolean(),
  use: z.array(z.enum(['calibration', 'gold'])).min(1),
  /** Prompt id -> the answer; a paragraph a line, an empty line between them. A gate's answer goes by `gate`. */
  answers: z.record(slug, text),
  consensus: z.strictObject({
    ratings: z.record(slug, rating),
    global: z.strictObject({ level: z.int().min(1).max(7), because: text }),
    criticalErrors: z.array(z.strictObject({ id: slug, because: text })).default([]),
    comment: text,
  }),
  provenance: provenanceSchema,
  confirm,
})

type Rubric = z.infer<typeof rubricSchema>
export type PublishedRubric = Omit<Rubric, 'confirm' | 'references'> & { slug: string; references: Reference[] }
export type Benchmark = Omit<z.infer<typeof benchmarkSchema>, 'confirm'> & { slug: string }
