import type { z } from 'zod'
import type { Course } from './course-schema.ts'
import type { Glossary } from './glossary-schema.ts'
import type { pathwaySchema } from './pathway-schema.ts'
import type { Benchmark, PublishedRubric } from './rubric-schema.ts'
import type { Vignette } from './vignette-schema.ts'

export type Pathway = Omit<z.infer<typeof pathwaySchema>, 'confirm'> & { slug: string }

/** The body of a content version, by kind. */
export type ContentBody = {
  course: Course
  vignette: Vignette
  rubric: PublishedRubric
  pathway: Pathway
  benchmark: Benchmark
  glossary: Glossary
}
