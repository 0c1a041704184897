import { z } from 'zod'
import { slug, text } from './words.ts'

export const bibliographySchema = z.record(
  slug,
  z.strictObject({ authors: text, year: z.int(), title: text, source: text, doi: text.optional() }),
)

/** Characters where a `[@key]` citation may stand are found by this everywhere. */
export const CITATION = /\[@([a-z0-9-]+(?:; @[a-z0-9-]+)*)\]/g

export type Reference = { key: string } & z.infer<typeof bibliographySchema>[string]
