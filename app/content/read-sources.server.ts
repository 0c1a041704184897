import { basename } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { bibliographySchema } from './bibliography.ts'
import { type ContentFile, classify } from './content-files.server.ts'
import { courseSchema } from './course-schema.ts'
import { emptyReport, type Finding, type Report } from './findings.ts'
import { glossarySchema } from './glossary-schema.ts'
import { pathwaySchema } from './pathway-schema.ts'
import { questionsSchema } from './question-schema.ts'
import { readLesson } from './read-lesson.ts'
import { benchmarkSchema, rubricSchema } from './rubric-schema.ts'
import type { SourceFile } from './source-file.ts'
import type { CourseSource, Sources } from './sources.ts'
import { vignetteSchema } from './vignette-schema.ts'
import { parseYaml } from './yaml-file.ts'

const wholeFile = (file: string, message: string): Finding => ({ file, line: 1, column: 1, field: 'file', message })

const NO_GLOSSARY = { file: 'glossary.yaml', value: {}, at: () => ({ line: 1, column: 1 }) }

type Reading = { sources: Sources; report: Report }

/** Reads every file by its own schema; what concerns several files is `checkAcross`'s. */
export async function readSources(files: readonly SourceFile[]): Promise<Reading> {
  const sources: Sources = {
    courses: [],
    vignette: new Map(),
    rubric: new Map(),
    pathway: new Map(),
    benchmark: new Map(),
  }
  const reading: Reading = { sources, report: emptyReport() }
  for (const one of files) {
    // All of a curriculum takes most of a second, in which a server has others to answer.
    await othersTurn()
    const known = classify(one.file)
    if (!known) reading.report.faults.push(wholeFile(one.file, 'is not the name of a file that content has'))
    else if ('recording' in one) courseOf(sources, known).media.set(basename(one.file), one.recording)
    else readOne(known, one.text, reading)
  }
  const isThere = (name: string) => files.some(({ file }) => file === name)
  if (!isThere('glossary.yaml')) sources.glossary = NO_GLOSSARY
  if (!isThere('bibliography.json')) reading.report.faults.push(wholeFile('bibliography.json', 'is missing'))
  return reading
}

function readOne(known: ContentFile, text: string, { sources, report }: Reading): void {
  const { file, slug } = known
  const read = <Schema extends z.ZodType>(schema: Schema) => {
    const { source, faults } = parseYaml(schema, { file, text })
    report.faults.push(...faults)
    return source
  }
  switch (known.role) {
    case 'bibliography':
      sources.bibliography = read(bibliographySchema)
      return
    case 'glossary':
      sources.glossary = read(glossarySchema)
      return
    case 'vignette':
      sources.vignette.set(slug, read(vignetteSchema))
      return
    case 'rubric':
      sources.rubric.set(slug, read(rubricSchema))
      return
    case 'pathway':
      sources.pathway.set(slug, read(pathwaySchema))
      return
    case 'benchmark':
      sources.benchmark.set(slug, read(benchmarkSchema))
      return
    case 'course':
      courseOf(sources, known).course = read(courseSchema)
      return
    case 'questions':
      courseOf(sources, known).questions = read(questionsSchema)
      return
    case 'captions':
      courseOf(sources, known).captions.set(basename(file), text)
      return
    case 'lesson': {
      const { lesson, report: found } = readLesson(slug, file, text)
      mergeReport(report, found)
      const course = courseOf(sources, known)
      course.lessonSlugs.push(slug)
      if (lesson) course.lessons.push(lesson)
    }
  }
}

const noMedia = (): Pick<CourseSource, 'media' | 'captions'> => ({ media: new Map(), captions: new Map() })

function mergeReport(into: Report, found: Report): void {
  for (const kind of Object.keys(into) as (keyof Report)[]) into[kind].push(...found[kind])
}

function courseOf(sources: Sources, { folder }: ContentFile): CourseSource {
  const known = sources.courses.find((course) => course.folder === folder)
  if (known) return known
  const [, number = '', slug = ''] = /^courses\/(\d+)-(.+)$/.exec(folder) ?? []
  const course: CourseSource = { slug, position: Number(number), folder, lessons: [], lessonSlugs: [], ...noMedia() }
  sources.courses.push(course)
  return course
}
