import { z } from 'zod'
import { CURRENCIES } from '#app/domain/billing/money.ts'
import { REQUIRED_TRAININGS } from '#app/domain/enrolment/prerequisites.ts'
import { PROFESSIONS } from '#app/domain/people.ts'
import type { Reference } from './bibliography.ts'
import type { MarkedTerm } from './glossary-schema.ts'
import type { LessonMedia } from './media-format.ts'
import { priceByCurrency } from './price-schema.ts'
import type { Question } from './question-schema.ts'
import { confirm, plainText, slug, text } from './words.ts'

/** What the files of a course may say; `docs/content.md` shows an example of each. */

const price = z.union([z.literal('free'), priceByCurrency], {
  error: `must be free, or an amount in minor units for each currency, of ${CURRENCIES.join(', ')}`,
})

export type Price = z.infer<typeof price>

const approval = z
  .strictObject({ body: text, statement: plainText, from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'lies before from' })

/** What has to be there before the course can be begun. */
const requires = z
  .strictObject({
    professions: z.array(z.enum(PROFESSIONS)).min(1).optional(),
    courses: z.array(slug).min(1).optional(),
    training: z.enum(REQUIRED_TRAININGS).optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'asks for nothing: leave it out')

const courseFields = z.strictObject({
  title: text,
  summary: text,
  /** Of the syllabus. */
  module: z.int().min(1).max(7).optional(),
  /** In place of a module: of the course that the modules make up, and of one that comes after them. */
  level: z.enum(['basic', 'practitioner']).optional(),
  /** Slugs of the courses that it is made of, in order; it has no lessons of its own then. */
  modules: z.array(slug).min(2, 'a course of modules has at least two').optional(),
  price,
  /** In how many monthly parts it may be paid, and how long it goes on after one was not paid. */
  instalments: z
    .strictObject({ months: z.int().min(2).max(12), graceDays: z.int().min(0).max(60).default(14) })
    .optional(),
  studyHours: z.number().positive().max(500),
  cpdHours: z.number().positive().max(500),
  format: text,
  audience: text,
  outcomes: z.array(text).min(2),
  /** Advised, and asked of nobody. */
  prerequisites: z.array(slug).default([]),
  requires: requires.optional(),
  /** Those that count towards completing it. */
  vignettes: z.array(slug).default([]),
  /** Those to practise on, which completing it does not need. */
  practice: z.array(slug).default([]),
  completion: z.strictObject({
    lessons: z.literal('all').optional(),
    questions: z.literal('all').optional(),
    correctShare: z.number().min(0).max(1).optional(),
    vignettes: z.literal('all').optional(),
    modules: z.literal('all').optional(),
    /** Hours live in a cohort of the course, as attendance is recorded. */
    attendedHours: z.number().positive().max(500).optional(),
  }),
  /** Held by the provider; a certificate prints the statement of those in force on the day of completion. */
  approvals: z.array(approval).min(1).optional(),
  confirm,
})

/** What a rule can ask of a course depends on what it is made of. */
const OF_LESSONS = ['lessons', 'questions', 'correctShare', 'vignettes'] as const

export const courseSchema = courseFields
  .refine(({ module, level }) => (module === undefined) !== (level === undefined), {
    path: ['module'],
    error: 'a course has either its module, 1 to 7, or level: basic or practitioner',
  })
  .superRefine(({ modules, vignettes, practice, completion }, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    const asked = modules ? 'modules' : 'lessons'
    if (!completion[asked]) fault(['completion', asked], `must say ${asked}: all`)
    if (!modules && completion.modules) fault(['completion', 'modules'], 'the course has no modules')
    if (!modules) return
    for (const rule of OF_LESSONS)
      if (completion[rule] !== undefined) fault(['completion', rule], 'is for each of its modules to ask for')
    if (vignettes.length > 0) fault(['vignettes'], 'its modules have their own')
    if (practice.length > 0) fault(['practice'], 'its modules have their own')
  })

export const lessonFrontSchema = z.strictObject({
  title: text,
  minutes: z.int().min(1).max(120),
  aim: text,
  outcomes: z.array(text).min(2).max(4),
  references: z.array(slug).default([]),
  confirm,
})

/** A lesson as published: its Markdown, its front matter and the works that it cites. */
export type Lesson = Omit<z.infer<typeof lessonFrontSchema>, 'references' | 'confirm'> & {
  slug: string
  markdown: string
  wordCount: number
  references: Reference[]
  /** Versions from before the glossary have none. */
  terms?: MarkedTerm[]
  /** Recordings; versions from before there were any have none. */
  media?: LessonMedia[]
}

/** As published: a course of modules has their vignettes, and neither lessons nor questions. */
export type Course = Omit<z.infer<typeof courseSchema>, 'confirm'> & {
  slug: string
  lessons: Lesson[]
  questions: Question[]
}
