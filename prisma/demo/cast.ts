import { z } from 'zod'
import { CONFLICT_KINDS } from '#app/domain/allocation.ts'
import { ATTENDANCE_STATES } from '#app/domain/live/attendance.ts'
import { PROFESSIONS, ROLES } from '#app/domain/people.ts'
import { readYaml } from './read-yaml.ts'

/** What `content/demo/cast.yaml` says: the people of the demonstration, how far each has come, and their cohorts. */

export const STORIES = [
  'signed-up',
  'enrolled',
  'reading',
  'intro-complete',
  'stance-reading',
  'stance-questions',
  'stance-attempt-open',
  'stance-submitted',
  'stance-allocated',
  'stance-claimed',
  'stance-marked',
  'stance-third',
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
export type Story = (typeof STORIES)[number]

const account = {
  key: z.string(),
  name: z.string(),
  profession: z.enum(PROFESSIONS),
  regulator: z.string(),
  registrationNumber: z.string(),
  employer: z.string(),
  timeZone: z.string(),
}

/** When the demonstration's programme began, for everybody who was not there before. */
export const JOINED_DAYS_AGO = 90

const markers = z.array(z.string()).max(3).default([])

const personSchema = z.strictObject({
  ...account,
  roles: z.array(z.enum(ROLES)).default(['trainee']),
  story: z.enum(STORIES).optional(),
  lessons: z.int().optional(),
  stanceAnswer: z.string().optional(),
  stanceAnswer2: z.string().optional(),
  transferenceAnswer: z.string().optional(),
  markers,
  transferenceMarkers: markers,
  unrated: z.boolean().default(false),
  joinedDaysAgo: z.int().default(JOINED_DAYS_AGO),
  /** Of a lead who wants to be named on the pages of courses. */
  teachingLine: z.string().default(''),
})

const expertSchema = z
  .strictObject(account)
  .transform((expert) => personSchema.parse({ ...expert, roles: ['supervisor'] }))

const policySchema = z.strictObject({
  scheme: z.enum(['single', 'double', 'sample']),
  sample: z.strictObject({ share: z.number(), nearPass: z.boolean(), firstAttempts: z.boolean() }).optional(),
  agreeWithin: z.int().optional(),
  goldShare: z.number(),
  /** Weights by the markers' keys; nobody: every training lead. */
  markers: z.record(z.string(), z.number()).default({}),
})

const sessionSchema = z.strictObject({
  title: z.string(),
  key: z.string(),
  /** From today; below nought it is over. */
  inDays: z.int(),
  /** `HH:mm`, as clocks of the cohort's lead show it. */
  from: z.string(),
  until: z.string(),
  place: z.string().default(''),
  link: z.string().default(''),
  countsMinutes: z.int(),
  materials: z.array(z.strictObject({ title: z.string(), url: z.string() })).default([]),
  /** Files among the materials, each a page of text under its name. */
  handouts: z.array(z.strictObject({ name: z.string(), title: z.string(), text: z.string() })).default([]),
  /** By the keys of the members; everybody else was there. Absent where attendance was not taken. */
  attendance: z
    .record(
      z.string(),
      z.strictObject({
        state: z.enum(ATTENDANCE_STATES),
        minutes: z.int().nullable().default(null),
        task: z.string().default(''),
      }),
    )
    .optional(),
})

const cohortSchema = z.strictObject({
  name: z.string(),
  course: z.string(),
  /** Below nought it has yet to start. */
  startsDaysAgo: z.number(),
  /** Where that was before it started. */
  formedDaysAgo: z.number().optional(),
  /** Open to whoever wants to join, until it starts. */
  places: z.int().optional(),
  offerHours: z.int().default(48),
  /** Who asked for a place when all were taken, the first of them first; and who of the members gave theirs up after that. */
  waiting: z.array(z.strictObject({ by: z.string(), daysAgo: z.number() })).default([]),
  gaveUp: z.strictObject({ by: z.string(), daysAgo: z.number() }).optional(),
  endsInDays: z.number(),
  leads: z.array(z.string()).min(1),
  members: z.array(z.string()),
  deadlines: z.array(z.strictObject({ vignette: z.string(), dueInDays: z.number() })),
  sessions: z.array(sessionSchema).default([]),
  policies: z.array(policySchema).min(1).max(2),
})

const castSchema = z.strictObject({
  cast: z.array(personSchema),
  trainees: z.array(personSchema),
  experts: z.array(expertSchema),
  cohorts: z.array(cohortSchema),
  /** Courses that cost something, given to these people without an order. */
  given: z.array(z.strictObject({ to: z.string(), course: z.string(), daysAgo: z.number() })),
  extensions: z.array(
    z.strictObject({
      by: z.string(),
      for: z.string(),
      cohort: z.string(),
      vignette: z.string(),
      dueInDays: z.number(),
      reason: z.string(),
    }),
  ),
  leaves: z.array(
    z.strictObject({
      for: z.string(),
      agreedBy: z.string(),
      cohort: z.string(),
      askedDaysAgo: z.number(),
      fromDaysAgo: z.number(),
      untilInDays: z.number(),
      reason: z.string(),
    }),
  ),
  adjustments: z.array(
    z.strictObject({ by: z.string(), for: z.string(), extraDays: z.int(), otherFormat: z.string() }),
  ),
  conflicts: z.array(
    z.strictObject({ marker: z.string(), trainee: z.string(), kind: z.enum(CONFLICT_KINDS), note: z.string() }),
  ),
})

export type DemoPerson = z.output<typeof personSchema>
export type DemoCohort = z.output<typeof cohortSchema>
export type DemoSession = z.output<typeof sessionSchema>
export type DemoPolicy = z.output<typeof policySchema>
export type DemoCast = z.output<typeof castSchema>

export const readCast = (directory: string): DemoCast => readYaml(directory, 'cast.yaml', castSchema)
