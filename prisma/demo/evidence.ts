import { z } from 'zod'
import { TRAINING_KINDS } from '#app/domain/portfolio/entry.ts'
import { readYaml } from './read-yaml.ts'

/** What `content/demo/evidence.yaml` says: who gives trainings, and what people bring as evidence beside what they write. */

const providerSchema = z.strictObject({
  name: z.string(),
  by: z.string(),
  approvals: z.array(z.strictObject({ startsDaysAgo: z.int(), endsDaysAgo: z.int().optional(), note: z.string() })),
})

const clipSchema = z.strictObject({
  case: z.int().min(1),
  session: z.int().min(1),
  keptDays: z.int(),
  rating: z
    .strictObject({ levels: z.array(z.int().min(1).max(7).nullable()).length(6), comment: z.string() })
    .optional(),
})

const trainingSchema = z.strictObject({
  training: z.enum(TRAINING_KINDS),
  title: z.string(),
  provider: z.string(),
  daysAgo: z.int(),
  days: z.int(),
  liveHours: z.number(),
  selfGuidedHours: z.number(),
})

const evidenceSchema = z.strictObject({
  providers: z.array(providerSchema),
  people: z.array(
    z.strictObject({
      by: z.string(),
      supervisor: z.string(),
      /** Who accepted the certificates; absent: they wait. */
      checkedBy: z.string().optional(),
      clips: z.array(clipSchema),
      trainings: z.array(trainingSchema),
    }),
  ),
})

export type DemoEvidence = z.output<typeof evidenceSchema>
export type DemoProvider = z.output<typeof providerSchema>
export type DemoClip = z.output<typeof clipSchema>
export type DemoTraining = z.output<typeof trainingSchema>

export const readEvidence = (directory: string): DemoEvidence => readYaml(directory, 'evidence.yaml', evidenceSchema)
