import { z } from 'zod'
import { answersSchema } from './answers.ts'
import { readYaml } from './read-yaml.ts'

/** What `content/demo/practice.yaml` says: what people answered beside the vignettes that count, and a panel. */

const by = { vignette: z.string(), by: z.string() }
const prompts = z.record(z.string(), z.string())
const shifts = z.record(z.string(), z.int().min(-2).max(2))

const practiceSchema = z.strictObject({
  written: z.array(answersSchema.element.extend({ by: z.string() })),
  unfolding: z.array(z.strictObject({ key: z.string(), ...by, locked: z.array(prompts), draft: prompts })),
  coded: z.array(
    z.strictObject({
      ...by,
      passages: z.array(z.strictObject({ turn: z.int(), words: z.string(), code: z.string() })),
    }),
  ),
  concordance: z.array(z.strictObject({ ...by, shifts })),
  /** An item's options: all of them in their order, or those that were chosen. */
  judged: z.array(z.strictObject({ ...by, items: z.record(z.string(), z.array(z.string())) })),
  panel: z.strictObject({
    title: z.string(),
    ...by,
    closesInDays: z.number(),
    members: z.array(z.string()),
    answers: z.array(
      z.strictObject({
        by: z.string(),
        expertise: z.string(),
        shifts,
        reasons: z.record(z.string(), z.string()),
      }),
    ),
  }),
})

export type DemoPractice = z.output<typeof practiceSchema>

export const readPractice = (directory: string): DemoPractice => readYaml(directory, 'practice.yaml', practiceSchema)
