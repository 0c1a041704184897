import { z } from 'zod'
import { PROFESSIONS } from '#app/domain/people.ts'
import { readYaml } from './read-yaml.ts'

/** What `content/demo/supervision.yaml` says: who supervises from outside, what is put before supervisors, and what they answered. */

const places = z.array(z.int().min(1))

const returnedSchema = z.strictObject({
  session: z.int().min(1),
  answer: z.enum(['refused', 'correction-asked']),
  reason: z.string(),
})

const statementSchema = z.strictObject({
  daysAgo: z.int(),
  verdict: z.enum(['positive', 'not-yet']),
  work: z.string(),
  strengths: z.string(),
  development: z.string(),
})

const askingSchema = z.strictObject({
  by: z.string(),
  supervisor: z.string(),
  askedDaysAgo: z.int(),
  /** Sessions by their places, or all that is new with the cases that have ended. */
  asks: places.or(z.literal('all-new')),
  answeredDaysAgo: z.int(),
  answers: z.strictObject({
    signed: places.or(z.literal('all')),
    returned: z.array(returnedSchema).default([]),
  }),
  statement: statementSchema.optional(),
})

const supervisionSchema = z.strictObject({
  outside: z.array(
    z.strictObject({
      name: z.string(),
      email: z.email(),
      profession: z.enum(PROFESSIONS),
      by: z.string(),
      startsDaysAgo: z.int(),
      note: z.string(),
    }),
  ),
  people: z.array(askingSchema),
})

export type DemoAsking = z.output<typeof askingSchema>
export type DemoSupervision = z.output<typeof supervisionSchema>

export const readSupervision = (directory: string): DemoSupervision =>
  readYaml(directory, 'supervision.yaml', supervisionSchema)
