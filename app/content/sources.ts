import type { z } from 'zod'
import type { bibliographySchema } from './bibliography.ts'
import type { courseSchema } from './course-schema.ts'
import type { glossarySchema } from './glossary-schema.ts'
import type { pathwaySchema } from './pathway-schema.ts'
import type { questionsSchema } from './question-schema.ts'
import type { LessonSource } from './read-lesson.ts'
import type { benchmarkSchema, rubricSchema } from './rubric-schema.ts'
import type { Recording } from './source-file.ts'
import type { vignetteSchema } from './vignette-schema.ts'
import type { Source } from './yaml-file.ts'

type SourceOf<Schema extends z.ZodType> = Source<z.output<Schema>>

export type CourseSource = {
  slug: string
  position: number
  /** `courses/NN-slug` */
  folder: string
  course?: SourceOf<typeof courseSchema>
  questions?: SourceOf<typeof questionsSchema>
  lessons: LessonSource[]
  /** Names of all its lesson files, faulty ones too: a reference to one of those is not dead. */
  lessonSlugs: string[]
  /** Recordings and their captions, by the name of their file under `media/`. */
  media: Map<string, Recording>
  captions: Map<string, string>
}

type Named = {
  vignette: typeof vignetteSchema
  rubric: typeof rubricSchema
  pathway: typeof pathwaySchema
  benchmark: typeof benchmarkSchema
}

/** Everything that was read, by name; a file that breaks its schema is `undefined` here and a fault in the report. */
export type Sources = {
  bibliography?: SourceOf<typeof bibliographySchema>
  glossary?: SourceOf<typeof glossarySchema>
  courses: CourseSource[]
  vignette: Map<string, SourceOf<Named['vignette']> | undefined>
  rubric: Map<string, SourceOf<Named['rubric']> | undefined>
  pathway: Map<string, SourceOf<Named['pathway']> | undefined>
  benchmark: Map<string, SourceOf<Named['benchmark']> | undefined>
}

/** What each file calls what stands in it, by the file. */
export function titlesOf(sources: Sources): Map<string, string> {
  const lessons = sources.courses.flatMap((course) => course.lessons.map(({ front }) => front))
  const named = [...sources.vignette.values(), ...sources.rubric.values(), ...sources.pathway.values()]
  const titled = [...lessons, ...sources.courses.map(({ course }) => course), ...named]
  return new Map(titled.flatMap((source) => (source ? [[source.file, source.value.title]] : [])))
}
