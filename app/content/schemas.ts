import { z } from 'zod'

/** What a file under `content/` may say; `docs/content.md` shows each with an example. */

const text = z.string().trim().min(1, 'must not be empty')
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')
const confirm = z.array(text).default([])
const level = { 1: text, 3: text, 4: text, 5: text, 7: text }

export const courseSchema = z.strictObject({
  title: text,
  summary: text,
  module: z.int().min(1),
  price: z.literal('free'),
  studyHours: z.number().positive().max(500),
  cpdHours: z.number().positive().max(500),
  format: text,
  audience: text,
  outcomes: z.array(text).min(2),
  prerequisites: z.array(slug).default([]),
  vignettes: z.array(slug).default([]),
  completion: z.strictObject({
    lessons: z.literal('all'),
    questions: z.literal('all').optional(),
    correctShare: z.number().min(0).max(1).optional(),
    vignettes: z.literal('all').optional(),
  }),
  confirm,
})

export const lessonFrontSchema = z.strictObject({
  title: text,
  minutes: z.int().min(1).max(120),
  aim: text,
  outcomes: z.array(text).min(2).max(4),
  references: z.array(slug).default([]),
  confirm,
})

const option = z.strictObject({ id: slug, text, feedback: text })
const judgedOption = option.extend({ correct: z.boolean('must say correct: true or false') })
const question = { id: slug, lesson: slug, prompt: text, explanation: text }
const correctCount = (options: { correct: boolean }[]) => options.filter(({ correct }) => correct).length

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...question,
    kind: z.literal('single'),
    options: z
      .array(judgedOption)
      .min(3)
      .max(5)
      .refine((options) => correctCount(options) === 1, 'needs exactly one correct option'),
  }),
  z.strictObject({
    ...question,
    kind: z.literal('multiple'),
    options: z
      .array(judgedOption)
      .min(4)
      .max(6)
      .refine((options) => correctCount(options) >= 2, 'needs at least two correct options'),
  }),
  z.strictObject({ ...question, kind: z.literal('order'), options: z.array(option).min(3).max(6) }),
])

export const questionsSchema = z.array(questionSchema)

export const STEP_IDS = ['validate', 'explore', 'own', 'collaborate', 'alternative', 'monitor'] as const

const prompt = z.strictObject({
  id: slug,
  label: text,
  help: text,
  words: z.tuple([z.int().min(0), z.int().min(1)]),
})

export const WARNING_TOPICS = ['self-harm', 'suicide', 'trauma', 'violence', 'abuse', 'loss'] as const

export const vignetteSchema = z
  .strictObject({
    title: text,
    kind: z.enum(['response', 'six-steps']),
    rubric: slug,
    summary: text,
    minutes: z.int().min(5).max(240),
    maxAttempts: z.int().min(1).max(20),
    hoursBetween: z.number().min(0).max(720),
    warning: z.strictObject({ topics: z.array(z.enum(WARNING_TOPICS)).min(1), text }).optional(),
    situation: text,
    transcript: z.array(z.strictObject({ speaker: text, note: text.optional(), says: text })).min(2),
    prompts: z.array(prompt).min(1),
    discussion: text,
    references: z.array(slug).default([]),
    provenance: z.enum(['demo', 'panel']),
    confirm,
  })
  .refine(({ kind, prompts }) => kind !== 'six-steps' || prompts.map(({ id }) => id).join() === STEP_IDS.join(), {
    path: ['prompts'],
    message: `a six-steps vignette has the prompts ${STEP_IDS.join(', ')}`,
  })

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

export const bibliographySchema = z.record(
  slug,
  z.strictObject({ authors: text, year: z.int(), title: text, source: text, doi: text.optional() }),
)

const requirement = { id: slug, title: text, why: text }

export const pathwaySchema = z.strictObject({
  title: text,
  version: z.int().min(1),
  source: text,
  requirements: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...requirement, kind: z.literal('course'), course: slug }),
        z.strictObject({ ...requirement, kind: z.literal('vignette'), vignette: slug }),
      ]),
    )
    .min(1),
  /** What the awarding body asks for besides, evidenced outside this platform. */
  elsewhere: z.array(z.strictObject({ title: text, detail: text })).default([]),
  confirm,
})

/** Characters where a `[@key]` citation may stand are found by this everywhere. */
export const CITATION = /\[@([a-z0-9-]+(?:; @[a-z0-9-]+)*)\]/g

export type Reference = { key: string } & z.infer<typeof bibliographySchema>[string]
export type Question = z.infer<typeof questionSchema>
export type Rubric = z.infer<typeof rubricSchema>

/** A lesson as published: its Markdown, its front matter and the works that it cites. */
export type Lesson = Omit<z.infer<typeof lessonFrontSchema>, 'references' | 'confirm'> & {
  slug: string
  markdown: string
  wordCount: number
  references: Reference[]
}

export type Course = Omit<z.infer<typeof courseSchema>, 'confirm'> & {
  slug: string
  lessons: Lesson[]
  questions: Question[]
}

export type Vignette = Omit<z.infer<typeof vignetteSchema>, 'confirm' | 'references'> & {
  slug: string
  references: Reference[]
}

export type PublishedRubric = Omit<Rubric, 'confirm' | 'references'> & { slug: string; references: Reference[] }
export type Pathway = Omit<z.infer<typeof pathwaySchema>, 'confirm'> & { slug: string }

/** The body of a content version, by kind. */
export type ContentBody = { course: Course; vignette: Vignette; rubric: PublishedRubric; pathway: Pathway }
