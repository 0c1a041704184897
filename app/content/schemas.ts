import { z } from 'zod'
import type { pathwaySchema } from './pathway-schema.ts'
import { plainText, slug, text } from './words.ts'

/** What a file under `content/` may say; `docs/content.md` shows each with an example. */

const confirm = z.array(text).default([])
const level = { 1: text, 3: text, 4: text, 5: text, 7: text }

const courseFields = z.strictObject({
  title: text,
  summary: text,
  /** Of the syllabus. */
  module: z.int().min(1).max(7).optional(),
  /** In place of a module, for a course that comes after them. */
  level: z.literal('practitioner').optional(),
  price: z.literal('free'),
  studyHours: z.number().positive().max(500),
  cpdHours: z.number().positive().max(500),
  format: text,
  audience: text,
  outcomes: z.array(text).min(2),
  prerequisites: z.array(slug).default([]),
  /** Those that count towards completing it. */
  vignettes: z.array(slug).default([]),
  /** Those to practise on, which completing it does not need. */
  practice: z.array(slug).default([]),
  completion: z.strictObject({
    lessons: z.literal('all'),
    questions: z.literal('all').optional(),
    correctShare: z.number().min(0).max(1).optional(),
    vignettes: z.literal('all').optional(),
  }),
  confirm,
})

export const courseSchema = courseFields.refine(
  ({ module, level }) => (module === undefined) !== (level === undefined),
  { path: ['module'], error: 'a course has either its module, 1 to 7, or level: practitioner' },
)

export const lessonFrontSchema = z.strictObject({
  title: text,
  minutes: z.int().min(1).max(120),
  aim: text,
  outcomes: z.array(text).min(2).max(4),
  references: z.array(slug).default([]),
  confirm,
})

const option = z.strictObject({ id: slug, text: plainText, feedback: plainText })
const judgedOption = option.extend({ correct: z.boolean('must say correct: true or false') })
const question = { id: slug, lesson: slug, prompt: plainText, explanation: plainText }
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

const turn = z.strictObject({
  speaker: text,
  note: text.optional(),
  says: text,
  /** How aroused the patient is after this turn, 1 calm to 5 overwhelmed; where a vignette shows a gauge. */
  arousal: z.int().min(1).max(5).optional(),
})

/** Whose judgement a key, a coding or a benchmark is. `demo` never scores or gates anybody outside the demo. */
export const provenanceSchema = z.union([
  z.literal('demo'),
  z.strictObject({ panel: text, members: z.int().min(1), on: z.iso.date() }),
])

const common = {
  title: text,
  summary: text,
  professions: z.array(z.enum(['psychiatrist', 'psychologist', 'counsellor', 'nurse'])).min(1),
  /** Modules of the syllabus, 1 to 7. */
  modules: z.array(z.int().min(1).max(7)).min(1),
  minutes: z.int().min(5).max(240),
  maxAttempts: z.int().min(1).max(20),
  hoursBetween: z.number().min(0).max(720),
  warning: z.strictObject({ topics: z.array(z.enum(WARNING_TOPICS)).min(1), text }).optional(),
  situation: text,
  discussion: text,
  references: z.array(slug).default([]),
  provenance: provenanceSchema,
  confirm,
}

const transcript = z.array(turn).min(2)
const prompts = z.array(prompt).min(1)
/** Marked by people on a rubric. */
const written = { ...common, rubric: slug, transcript }

const sixSteps = z.strictObject({
  ...written,
  kind: z.literal('six-steps'),
  prompts: prompts.refine((given) => given.map(({ id }) => id).join() === STEP_IDS.join(), {
    message: `a six-steps vignette has the prompts ${STEP_IDS.join(', ')}`,
  }),
  /** Asked before the steps: is the patient calm enough to go on, or is it back to validation? */
  gate: z.strictObject({ question: text, answer: z.enum(['go-on', 'step-back']), because: text }).optional(),
})

/** Each stage is answered and locked before `then` shows what was said next. */
const unfolding = z.strictObject({
  ...written,
  kind: z.literal('unfolding'),
  // biome-ignore lint/suspicious/noThenProperty: the word that the files read best with, and a list is no promise
  stages: z.array(z.strictObject({ prompts, then: z.array(turn).min(1) })).min(2),
})

/** The clinician's last turn in the transcript is the poor intervention; the first prompt is its rewriting. */
const rewrite = z.strictObject({ ...written, kind: z.literal('rewrite'), prompts: prompts.min(2) })

/** A passage is given by the turn that it stands in (from 1) and its exact words, which occur there once. */
const coded = z.strictObject({ turn: z.int().min(1), words: text, code: slug, because: plainText })

const annotate = z.strictObject({
  ...common,
  kind: z.literal('annotate'),
  transcript,
  codes: z
    .array(z.strictObject({ id: slug, title: text, description: text }))
    .min(3)
    .max(9),
  coding: z.array(coded).min(4),
})

const panelCounts = z.strictObject({
  '-2': z.int().min(0),
  '-1': z.int().min(0),
  '0': z.int().min(0),
  '1': z.int().min(0),
  '2': z.int().min(0),
})

const scriptConcordance = z.strictObject({
  ...common,
  kind: z.literal('script-concordance'),
  items: z
    .array(
      z.strictObject({
        id: slug,
        /** "You were thinking …" */
        thinking: plainText,
        /** "… and then you learn …" */
        learn: plainText,
        /** How many of the panel chose each answer, from -2 (much less likely or fitting) to 2 (much more). */
        panel: panelCounts,
        because: plainText,
      }),
    )
    .min(3),
})

const judgementItem = { id: slug, stem: plainText, because: plainText }
const situationalJudgement = z.strictObject({
  ...common,
  kind: z.literal('situational-judgement'),
  items: z
    .array(
      z.discriminatedUnion('mode', [
        /** Put all in order, the best first. `place` is the panel's, from 1; equal places are ties. */
        z.strictObject({
          ...judgementItem,
          mode: z.literal('rank'),
          options: z
            .array(z.strictObject({ id: slug, text: plainText, place: z.int().min(1), because: plainText }))
            .min(3)
            .max(6),
        }),
        /** Choose so many. `credit` is what choosing it earns, 0..1 of the item's full credit when the best are chosen. */
        z.strictObject({
          ...judgementItem,
          mode: z.literal('choose'),
          choose: z.int().min(1).max(3),
          options: z
            .array(z.strictObject({ id: slug, text: plainText, credit: z.number().min(0).max(1), because: plainText }))
            .min(4)
            .max(8),
        }),
      ]),
    )
    .min(3),
})

export const vignetteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...written, kind: z.literal('response'), prompts }),
  sixSteps,
  unfolding,
  rewrite,
  annotate,
  scriptConcordance,
  situationalJudgement,
])

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

type Published<Value> = Value extends unknown
  ? Omit<Value, 'confirm' | 'references'> & { slug: string; references: Reference[] }
  : never

export type Provenance = z.infer<typeof provenanceSchema>
export type Turn = z.infer<typeof turn>
export type Prompt = z.infer<typeof prompt>

export type Vignette = Published<z.infer<typeof vignetteSchema>>
export type VignetteKind = Vignette['kind']
type OfKind<Kind extends VignetteKind> = Extract<Vignette, { kind: Kind }>
/** Answered in one's own words and marked by people on a rubric. */
export type WrittenVignette = OfKind<'response' | 'six-steps' | 'unfolding' | 'rewrite'>
/** Scored against a key. */
export type KeyedVignette = OfKind<'annotate' | 'script-concordance' | 'situational-judgement'>
export type VignetteOf<Kind extends VignetteKind> = OfKind<Kind>

export type Benchmark = Omit<z.infer<typeof benchmarkSchema>, 'confirm'> & { slug: string }

export type PublishedRubric = Omit<Rubric, 'confirm' | 'references'> & { slug: string; references: Reference[] }
export type Pathway = Omit<z.infer<typeof pathwaySchema>, 'confirm'> & { slug: string }

/** The body of a content version, by kind. */
export type ContentBody = {
  course: Course
  vignette: Vignette
  rubric: PublishedRubric
  pathway: Pathway
  benchmark: Benchmark
}
