import { z } from 'zod'
import { type Day, noFacts, type PathwayFacts } from '#app/domain/pathway/facts.ts'
import { DAY_MS } from '#app/domain/time.ts'

const day = z.iso.date()
const minutes = z.int().min(1)

/** A treatment in one line: so many weekly sessions from a day on, with this much supervision of its own and so many reviewed clips. */
const treatment = z.strictObject({
  is: z.enum(['individual', 'group', 'family', 'mbt-i']),
  diagnosis: z.string().default('other'),
  diagnosedBy: z.string().default('psychiatrist'),
  sessions: z.int().default(0),
  supervisionMinutes: z.int().default(0),
  clips: z.int().default(0),
  from: day.default('2025-01-06'),
  ended: day.optional(),
  endedEarly: z.boolean().default(false),
  notPrimary: z.boolean().default(false),
  unsigned: z.boolean().default(false),
})

/** A supervision session, or several of them a week apart. */
const supervision = z.strictObject({
  id: z.string().optional(),
  on: day,
  times: z.int().default(1),
  minutes: minutes.default(60),
  /** Supervisees, with the person: more than one is a group. */
  present: z.int().default(1),
  brings: z.array(z.string()).default([]),
  by: z.string().default('imre'),
  unsigned: z.boolean().default(false),
  signedOn: day.optional(),
  noReport: z.boolean().default(false),
})

const clip = z.strictObject({
  id: z.string().optional(),
  of: z.string(),
  session: z.int(),
  minutes: minutes.default(15),
  media: z.enum(['video', 'audio']).default('video'),
  noConsent: z.boolean().default(false),
  on: day.default('2025-06-01'),
  reviewed: day.or(z.literal(false)).default('2025-06-02'),
  by: z.string().default('imre'),
})

const training = z.strictObject({
  id: z.string().optional(),
  kind: z.string(),
  days: z.number().default(0),
  liveHours: z.number().default(0),
  selfGuidedHours: z.number().default(0),
  from: day,
  to: day.optional(),
  provider: z.string().default('centre'),
  unchecked: z.boolean().default(false),
})

const term = z.strictObject({ from: day, until: day.optional() })

/** The facts of a worked case, in few words. Imre supervises and the centre trains from 2024 on unless the case says otherwise. */
export const workedFactsSchema = z.strictObject({
  profession: z.string().default('nurse'),
  courses: z.record(z.string(), z.union([z.literal('completed'), z.number(), day])).default({}),
  vignettes: z.record(z.string(), z.enum(['passed', 'not-passed', 'submitted', 'open', 'none'])).default({}),
  treatments: z.record(z.string(), treatment).default({}),
  supervision: z.array(supervision).default([]),
  clips: z.array(clip).default([]),
  trainings: z.array(training).default([]),
  documents: z
    .array(
      z.strictObject({
        id: z.string().optional(),
        kind: z.enum(['reflective-report', 'supervisor-statement', 'reflection']),
        on: day,
        negative: z.boolean().default(false),
        by: z.string().default('imre'),
      }),
    )
    .default([]),
  cpd: z
    .array(
      z.strictObject({
        id: z.string().optional(),
        on: day,
        times: z.int().default(1),
        method: z.string().default('course'),
        hours: z.number(),
        participatory: z.number().default(0),
        noReflection: z.boolean().default(false),
      }),
    )
    .default([]),
  approved: z.record(z.string(), z.array(term)).default({}),
  confirmed: z.record(z.string(), day).default({}),
  checked: z.record(z.string(), z.strictObject({ on: day, refused: z.string().optional() })).default({}),
})

type Worked = z.output<typeof workedFactsSchema>

const SINCE = [{ from: '2024-01-01' }]
const WEEK_DAYS = 7

export const daysAfter = (from: Day, days: number): Day =>
  new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10)

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index))

export function factsOfWorked(worked: Worked): PathwayFacts {
  const own = Object.entries(worked.treatments).map(([code, treatment]) => treatmentFacts(code, treatment))
  return {
    ...noFacts(worked.profession),
    courses: Object.entries(worked.courses).map(([slug, standing]) => ({
      slug,
      state: typeof standing === 'string' ? 'completed' : standing === 0 ? 'not-begun' : 'under-way',
      percent: typeof standing === 'number' ? standing : 100,
      completedOn: standing === 'completed' || typeof standing === 'number' ? undefined : standing,
      because: [`${standing} % done`],
    })),
    vignettes: Object.entries(worked.vignettes).map(([slug, state]) => ({ slug, state, attemptsLeft: 2 })),
    cases: own.map(({ fact }) => fact),
    supervision: [...own.flatMap(({ supervision: held }) => held), ...worked.supervision.flatMap(supervisionFacts)],
    clips: [...own.flatMap(({ clips }) => clips), ...worked.clips.map(clipFact)],
    trainings: worked.trainings.map((training, index) => ({
      id: training.id ?? `training ${index + 1}`,
      title: `${training.kind} training`,
      kind: training.kind,
      providerId: training.provider,
      days: training.days,
      liveHours: training.liveHours,
      selfGuidedHours: training.selfGuidedHours,
      startedOn: training.from,
      endedOn: training.to ?? training.from,
      checkedOn: training.unchecked ? undefined : (training.to ?? training.from),
    })),
    documents: worked.documents.map(({ id, kind, on, negative, by }, index) => {
      return { id: id ?? `document ${index + 1}`, kind, on, isPositive: !negative, supervisorId: by }
    }),
    cpd: worked.cpd.flatMap((activity, index) =>
      times(activity.times, (time) => ({
        id: `${activity.id ?? `activity ${index + 1}`}${time > 0 ? ` (${time + 1})` : ''}`,
        on: daysAfter(activity.on, time * WEEK_DAYS),
        method: activity.method,
        topic: 'Mentalizing',
        hours: activity.hours,
        participatoryHours: activity.participatory,
        hasReflection: !activity.noReflection,
      })),
    ),
    approvals: approvalsOf(worked),
    attestations: Object.entries(worked.confirmed).map(([requirementId, on]) => ({ requirementId, on })),
    staffChecks: Object.entries(worked.checked).map(([requirementId, { on, refused }]) => {
      return { requirementId, on, outcome: refused ? 'refused' : 'accepted', note: refused ?? '' }
    }),
  }
}

function approvalsOf({ approved }: Worked): PathwayFacts['approvals'] {
  const { imre = SINCE, centre = SINCE, ...others } = approved
  return Object.entries({ imre, centre, ...others }).flatMap(([id, terms]) =>
    terms.map((granted) => ({
      subject: id === 'centre' ? ('provider' as const) : ('supervisor' as const),
      id,
      ...granted,
    })),
  )
}

/** Supervision in hours of its own, the day after its sessions; clips of every fourth session. */
function treatmentFacts(code: string, worked: z.output<typeof treatment>) {
  const { from } = worked
  const fact: PathwayFacts['cases'][number] = {
    id: code,
    code,
    modality: worked.is,
    diagnosis: { category: worked.diagnosis, system: 'ICD-11' },
    diagnosedBy: worked.diagnosedBy,
    isPrimaryIntervention: !worked.notPrimary,
    startedOn: from,
    endedOn: worked.ended,
    isEndedEarly: worked.endedEarly,
    sessions: times(worked.sessions, (week) => ({ on: daysAfter(from, week * WEEK_DAYS), minutes: 60 })),
    supervisorId: 'imre',
    countersignedOn: worked.unsigned ? undefined : daysAfter(from, 1),
  }
  const hours = Math.ceil(worked.supervisionMinutes / 60)
  return {
    fact,
    supervision: times(hours, (index) => ({
      id: `supervision ${index + 1} of ${code}`,
      on: daysAfter(from, index * WEEK_DAYS + 1),
      minutes: index < hours - 1 ? 60 : worked.supervisionMinutes - 60 * (hours - 1),
      mode: 'individual' as const,
      supervisees: 1,
      caseIds: [code],
      supervisorId: 'imre',
      countersignedOn: daysAfter(from, index * WEEK_DAYS + 2),
      hasReport: true,
    })),
    clips: times(worked.clips, (index) =>
      clipFact({
        ...clip.parse({ of: code, session: 4 * index + 2 }),
        on: daysAfter(from, (4 * index + 2) * WEEK_DAYS),
      }),
    ),
  }
}

const clipFact = (worked: z.output<typeof clip>): PathwayFacts['clips'][number] => ({
  id: worked.id ?? `clip of session ${worked.session} of ${worked.of}`,
  caseId: worked.of,
  sessionNumber: worked.session,
  minutes: worked.minutes,
  media: worked.media,
  isConsentAttested: !worked.noConsent,
  on: worked.on,
  reviewedOn: worked.reviewed === false ? undefined : worked.reviewed,
  supervisorId: worked.by,
})

const supervisionFacts = (worked: z.output<typeof supervision>, place: number): PathwayFacts['supervision'] =>
  times(worked.times, (time) => {
    const on = daysAfter(worked.on, time * WEEK_DAYS)
    return {
      id: `${worked.id ?? `supervision ${place + 1}`}${time > 0 ? ` (${time + 1})` : ''}`,
      on,
      minutes: worked.minutes,
      mode: worked.present > 1 ? 'group' : 'individual',
      supervisees: worked.present,
      caseIds: worked.brings,
      supervisorId: worked.by,
      countersignedOn: worked.unsigned ? undefined : (worked.signedOn ?? on),
      hasReport: !worked.noReport,
    }
  })
