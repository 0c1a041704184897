import { z } from 'zod'
import { CLIP_MEDIA, DOCUMENT_KINDS, type PathwayFacts, SUPERVISION_MODES } from '#app/domain/pathway/facts.ts'
import { MODALITIES } from '#app/domain/portfolio/entry.ts'

const id = z.string().min(1)
const day = z.iso.date('must be a day, as 2026-03-31')
const amount = z.number().min(0)
const list = <Item extends z.ZodType>(item: Item) => z.array(item).default([])

const course = z.strictObject({
  slug: id,
  state: z.enum(['not-begun', 'under-way', 'completed']),
  completedOn: day.optional(),
  percent: z.number().min(0).max(100),
  because: list(z.string()),
})

const vignette = z.strictObject({
  slug: id,
  state: z.enum(['passed', 'not-passed', 'submitted', 'open', 'none']),
  passedOn: day.optional(),
  attemptsLeft: z.int().min(0).default(0),
  opensWithCourse: id.optional(),
})

const treatment = z.strictObject({
  id,
  code: id,
  modality: z.enum(MODALITIES),
  diagnosis: z.strictObject({ category: id, system: id }),
  diagnosedBy: id,
  isPrimaryIntervention: z.boolean(),
  startedOn: day,
  endedOn: day.optional(),
  isEndedEarly: z.boolean().default(false),
  sessions: list(z.strictObject({ on: day, minutes: amount.optional() })),
  supervisorId: id.optional(),
  countersignedOn: day.optional(),
})

const supervision = z.strictObject({
  id,
  on: day,
  minutes: amount,
  mode: z.enum(SUPERVISION_MODES),
  supervisees: z.int().min(1),
  caseIds: list(id),
  supervisorId: id,
  countersignedOn: day.optional(),
  hasReport: z.boolean(),
})

const clip = z.strictObject({
  id,
  caseId: id,
  sessionNumber: z.int().min(1),
  minutes: amount,
  media: z.enum(CLIP_MEDIA),
  isConsentAttested: z.boolean(),
  on: day,
  reviewedOn: day.optional(),
  supervisorId: id.optional(),
})

const training = z.strictObject({
  id,
  kind: id,
  title: id,
  providerId: id,
  days: amount,
  liveHours: amount.default(0),
  selfGuidedHours: amount.default(0),
  startedOn: day,
  endedOn: day,
  checkedOn: day.optional(),
})

const document = z.strictObject({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  on: day,
  isPositive: z.boolean().optional(),
  supervisorId: id.optional(),
})

const cpd = z.strictObject({
  id,
  on: day,
  method: id,
  topic: id,
  hours: amount,
  participatoryHours: amount.default(0),
  hasReflection: z.boolean(),
})

const facts = z.strictObject({
  person: z.strictObject({ profession: id }),
  courses: list(course),
  vignettes: list(vignette),
  cases: list(treatment),
  supervision: list(supervision),
  clips: list(clip),
  trainings: list(training),
  documents: list(document),
  cpd: list(cpd),
  approvals: list(
    z.strictObject({ subject: z.enum(['supervisor', 'provider']), id, from: day, until: day.optional() }),
  ),
  attestations: list(z.strictObject({ requirementId: id, on: day, isWithdrawn: z.boolean().optional() })),
  staffChecks: list(
    z.strictObject({
      requirementId: id,
      on: day,
      outcome: z.enum(['accepted', 'refused']),
      note: z.string().default(''),
    }),
  ),
}) satisfies z.ZodType<PathwayFacts>

/** Reads a person's facts from JSON. A list that is not there is empty. @returns the facts, or every fault as a line. */
export function readFacts(text: string): { facts: PathwayFacts } | { faults: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { faults: [`  it is not JSON: ${error instanceof Error ? error.message : error}`] }
  }
  const read = facts.safeParse(value)
  if (read.success) return { facts: read.data }
  return {
    faults: read.error.issues.map(({ path, message }) => `  ${path.map(String).join('.') || 'file'}: ${message}`),
  }
}
