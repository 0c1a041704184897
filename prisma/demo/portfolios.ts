import { z } from 'zod'
import { PROFESSIONS } from '#app/domain/people.ts'
import { AGE_BANDS, CPD_METHODS, DIAGNOSES, DIAGNOSTIC_SYSTEMS, MODALITIES } from '#app/domain/portfolio/entry.ts'
import { readYaml } from './read-yaml.ts'

/** What `content/demo/portfolio.yaml` says: who supervises, and what people keep of their practice. */

const weekday = z.int().min(1).max(7)

const caseSchema = z.strictObject({
  key: z.string(),
  modality: z.enum(MODALITIES),
  ageBand: z.enum(AGE_BANDS),
  diagnosis: z.enum(DIAGNOSES),
  diagnosticSystem: z.enum(DIAGNOSTIC_SYSTEMS),
  diagnosedBy: z.enum(PROFESSIONS),
  sessions: z.strictObject({
    firstDaysAgo: z.int(),
    weekday,
    weeks: z.int(),
    without: z.array(z.int()),
    minutes: z.int(),
  }),
  isEnded: z.boolean().default(false),
  isEndedEarly: z.boolean().default(false),
})

const supervisionSchema = z.strictObject({
  daysAgo: z.int(),
  weekday,
  at: z.string(),
  minutes: z.int(),
  /** Present in a group; absent: alone. */
  supervisees: z.int().optional(),
  cases: z.array(z.string()),
  takenAway: z.string(),
})

const cpdSchema = z.strictObject({
  daysAgo: z.int(),
  method: z.enum(CPD_METHODS),
  topic: z.string(),
  hours: z.number(),
  participatoryHours: z.number(),
  reflection: z.string(),
})

const reflectionSchema = z.strictObject({
  daysAgo: z.int(),
  title: z.string(),
  isReport: z.boolean().default(false),
  case: z.string().optional(),
  description: z.string(),
  feelings: z.string(),
  evaluation: z.string(),
  analysisAndPlan: z.string(),
})

const portfolioSchema = z.strictObject({
  by: z.string(),
  cases: z.array(caseSchema),
  supervision: z.array(supervisionSchema),
  cpd: z.array(cpdSchema),
  reflections: z.array(reflectionSchema),
})

const portfoliosSchema = z.strictObject({
  approvals: z.array(
    z.strictObject({ supervisor: z.string(), by: z.string(), startsDaysAgo: z.int(), note: z.string() }),
  ),
  people: z.array(portfolioSchema),
})

export type DemoPortfolio = z.output<typeof portfolioSchema>
export type DemoPortfolios = z.output<typeof portfoliosSchema>

export const readPortfolios = (directory: string): DemoPortfolios =>
  readYaml(directory, 'portfolio.yaml', portfoliosSchema)
