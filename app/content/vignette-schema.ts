import { z } from 'zod'
import { TAUGHT_PROFESSIONS } from '#app/domain/people.ts'
import type { Reference } from './bibliography.ts'
import { confirm, plainText, slug, text } from './words.ts'

/** What the file of a vignette may say, by its kind; `docs/content.md` shows examples. */

export const STEP_IDS = ['validate', 'explore', 'own', 'collaborate', 'alternative', 'monitor'] as const

const prompt = z.strictObject({
  id: slug,
  label: text,
  help: text,
  words: z.tuple([z.int().min(0), z.int().min(1)]),
})

const WARNING_TOPICS = ['self-harm', 'suicide', 'trauma', 'violence', 'abuse', 'loss'] as const

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
  professions: z.array(z.enum(TAUGHT_PROFESSIONS)).min(1),
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
