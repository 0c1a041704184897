import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { PROFESSIONS, ROLES } from '#app/domain/people.ts'

/** What `content/demo/` says: the people of the demonstration, how far each has come, and what they wrote. */

export const STORIES = [
  'signed-up',
  'enrolled',
  'reading',
  'intro-complete',
  'stance-reading',
  'stance-questions',
  'stance-attempt-open',
  'stance-submitted',
  'stance-claimed',
  'stance-marked',
  'stance-not-passed',
  'stance-second-attempt',
  'stance-passed',
  'stance-certified',
  'transference-reading',
  'transference-open',
  'transference-submitted',
  'transference-marked',
  'transference-passed',
  'all-certified',
] as const

const personSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  profession: z.enum(PROFESSIONS),
  regulator: z.string(),
  registrationNumber: z.string(),
  employer: z.string(),
  timeZone: z.string(),
  roles: z.array(z.enum(ROLES)).default(['trainee']),
  story: z.enum(STORIES).optional(),
  lessons: z.int().optional(),
  stanceAnswer: z.string().optional(),
  stanceAnswer2: z.string().optional(),
  transferenceAnswer: z.string().optional(),
  marker: z.string().optional(),
})

const castSchema = z.strictObject({
  cast: z.array(personSchema),
  trainees: z.array(personSchema),
  cohorts: z.array(
    z.strictObject({
      name: z.string(),
      course: z.string(),
      startsDaysAgo: z.number(),
      endsInDays: z.number(),
      leads: z.array(z.string()).min(1),
      members: z.array(z.string()),
      deadlines: z.array(z.strictObject({ vignette: z.string(), dueInDays: z.number() })),
    }),
  ),
})

const answersSchema = z.strictObject({
  answers: z.array(
    z.strictObject({
      key: z.string(),
      vignette: z.string(),
      /** The choice before the steps, where the vignette asks for one. */
      gate: z.enum(['go-on', 'step-back']).optional(),
      prompts: z.record(z.string(), z.string()),
      mark: z.strictObject({
        global: z.int(),
        passed: z.boolean(),
        comment: z.string(),
        ratings: z.record(z.string(), z.strictObject({ level: z.int().nullable(), comment: z.string() })),
        criticalErrors: z.array(z.strictObject({ id: z.string(), comment: z.string() })).default([]),
      }),
    }),
  ),
})

export type DemoPerson = z.infer<typeof personSchema>
export type DemoCohort = z.infer<typeof castSchema>['cohorts'][number]
export type DemoAnswer = z.infer<typeof answersSchema>['answers'][number]

export type DemoFiles = { people: DemoPerson[]; cohorts: DemoCohort[]; answers: Map<string, DemoAnswer> }

export function readDemoFiles(directory: string): DemoFiles {
  const read = (file: string): unknown => parse(readFileSync(path.join(directory, file), 'utf8'))
  const { cast, trainees, cohorts } = castSchema.parse(read('cast.yaml'))
  const { answers } = answersSchema.parse(read('answers.yaml'))
  return { people: [...cast, ...trainees], cohorts, answers: new Map(answers.map((answer) => [answer.key, answer])) }
}
