import { askedIn } from '#app/domain/pathway/asked.ts'
import { attestationsOf } from '#app/domain/pathway/turns.ts'
import { amountWords } from '#app/domain/pathway/wording.ts'
import type { ReflectionBody, TrainingKind } from '#app/domain/portfolio/entry.ts'
import { cpdMethodNames, trainingKindNames } from '#app/domain/portfolio/words.ts'
import type { Block } from '#app/pdf/report/report.ts'
import type { RichNode } from '#app/rich-text/document.ts'
import { textBlocksOf } from '#app/rich-text/plain-text.ts'
import type { Evidence } from './evidence.ts'
import { byDay, classHeading, nothing, shortDay, table } from './parts.ts'

/** What stands beside the practice: learning, training elsewhere, CPD, reflections, and what others and the person declared. */
export const otherBlocks = (evidence: Evidence): Block[] => [
  ...trainingBlocks(evidence),
  ...cpdBlocks(evidence),
  ...learningBlocks(evidence),
  ...reflectionBlocks(evidence),
  ...saidBlocks(evidence),
]

function section(name: string, rows: string[][], ...columns: [title: string, share: number][]): Block[] {
  return [classHeading(name, rows.length), ...(rows.length === 0 ? nothing : [table(...columns, rows)])]
}

function trainingBlocks({ facts, beside }: Evidence): Block[] {
  const trainings = [...facts.trainings].sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  const rows = trainings.map((one) => [
    one.title,
    trainingKindNames[one.kind as TrainingKind] ?? one.kind,
    beside.providers.find(({ id }) => id === one.providerId)?.name ?? 'A former provider',
    `${shortDay(one.startedOn)} to ${shortDay(one.endedOn)}`,
    `${one.days} days; ${amountWords(one.liveHours)} h live, ${amountWords(one.selfGuidedHours)} h self-guided`,
    one.checkedOn ? shortDay(one.checkedOn) : 'No',
  ])
  return section(
    'Training elsewhere',
    rows,
    ['Title', 3],
    ['Kind', 2.2],
    ['Provider', 2.4],
    ['Held', 2],
    ['Length', 2.4],
    ['Checked', 1.5],
  )
}

function cpdBlocks({ facts }: Evidence): Block[] {
  const rows = [...facts.cpd]
    .sort(byDay)
    .map((one) => [
      shortDay(one.on),
      cpdMethodNames[one.method as keyof typeof cpdMethodNames] ?? one.method,
      one.topic,
      amountWords(one.hours),
      amountWords(one.participatoryHours),
      one.hasReflection ? 'Yes' : 'No',
    ])
  return section(
    'Continuing professional development',
    rows,
    ['Day', 2],
    ['Method', 2.4],
    ['Topic', 5],
    ['Hours', 1.1],
    ['With others', 1.5],
    ['Reflection', 1.5],
  )
}

const vignetteWords = {
  passed: 'Passed',
  'not-passed': 'Not passed',
  submitted: 'Submitted, not marked yet',
  open: 'Being answered',
}
const courseWords = { completed: 'Completed', 'under-way': 'Under way' }

/** What was taken up on the platform; what is merely offered is no evidence. */
function learningBlocks({ facts, beside }: Evidence): Block[] {
  const titleOf = (kind: 'course' | 'vignette', slug: string) =>
    beside.titles.find((one) => one.kind === kind && one.slug === slug)?.title ?? slug
  const courses = facts.courses.flatMap(({ slug, state, completedOn, percent }) =>
    state === 'not-begun'
      ? []
      : [
          [
            titleOf('course', slug),
            state === 'under-way' ? `${courseWords[state]}, ${percent} %` : courseWords[state],
            dayOr(completedOn),
          ],
        ],
  )
  const vignettes = facts.vignettes.flatMap(({ slug, state, passedOn }) =>
    state === 'none' ? [] : [[titleOf('vignette', slug), vignetteWords[state], dayOr(passedOn)]],
  )
  return [
    ...section('Courses', courses.sort(byTitle), ['Course', 6], ['Standing', 3], ['Completed', 2]),
    ...section('Vignettes', vignettes.sort(byTitle), ['Vignette', 6], ['Result', 3], ['Passed', 2]),
  ]
}

const dayOr = (day: string | undefined) => (day ? shortDay(day) : 'No')
const byTitle = ([a = '']: string[], [b = '']: string[]) => (a < b ? -1 : Number(a > b))

const prompts = {
  description: 'Description',
  feelings: 'Feelings',
  evaluation: 'Evaluation',
  analysisAndPlan: 'Analysis and plan',
} as const

function reflectionBlocks({ facts, beside, hasReflections }: Evidence): Block[] {
  const written = new Map(beside.reflections.map((one) => [one.id, one]))
  const reflections = facts.documents.filter(({ kind }) => kind !== 'supervisor-statement').sort(byDay)
  const rows = reflections.map(({ id, on, kind }) => [
    written.get(id)?.title ?? 'Erased since',
    kind === 'reflective-report' ? 'Reflective report' : 'Reflection',
    shortDay(on),
  ])
  const texts = hasReflections ? reflections.flatMap(({ id }) => written.get(id) ?? []) : []
  return [
    ...section('Reflections', rows, ['Title', 6], ['Kind', 3], ['Day', 2]),
    ...texts.flatMap((one): Block[] => [{ kind: 'heading', level: 3, text: one.title }, ...textOf(one)]),
  ]
}

const textOf = (reflection: ReflectionBody): Block[] =>
  Object.entries(prompts).flatMap(([id, name]): Block[] => {
    const paragraphs = textBlocksOf(reflection[id as keyof typeof prompts] as RichNode).map(({ text }) => text.trim())
    const said = paragraphs.filter(Boolean).map((text): Block => ({ kind: 'paragraph', text }))
    return said.length > 0 ? [{ kind: 'heading', level: 4, text: name }, ...said] : []
  })

/** That a supervisor spoke is evidence; what was said went to accreditation staff alone. */
function saidBlocks({ facts, beside, pathway }: Evidence): Block[] {
  const statements = facts.documents.filter(({ kind }) => kind === 'supervisor-statement').sort(byDay)
  const declared = new Map(attestationsOf(pathway.requirements).map(({ id, statement }) => [id, statement]))
  const checked = new Map(askedIn(pathway.requirements).map(({ id, title }) => [id, title]))
  return [
    ...section(
      'Supervisors’ statements',
      statements.map(({ supervisorId, on }) => [
        beside.supervisors.find(({ id }) => id === supervisorId)?.name ?? 'A former supervisor',
        shortDay(on),
      ]),
      ['Supervisor', 6],
      ['Sent to accreditation staff', 4],
    ),
    ...section(
      'Declarations',
      [...facts.attestations]
        .sort(byDay)
        .map(({ requirementId, on, isWithdrawn }) => [
          declared.get(requirementId) ?? requirementId,
          isWithdrawn ? 'Taken back' : 'Made',
          shortDay(on),
        ]),
      ['Declaration', 7],
      ['What happened', 2],
      ['Day', 2],
    ),
    ...section(
      'Checked by accreditation staff',
      [...facts.staffChecks]
        .sort(byDay)
        .map(({ requirementId, outcome, on, note }) => [
          checked.get(requirementId) ?? requirementId,
          outcome === 'accepted' ? 'In order' : 'Not in order',
          note,
          shortDay(on),
        ]),
      ['Requirement', 4],
      ['Found', 2],
      ['Note', 4],
      ['Day', 2],
    ),
  ]
}
