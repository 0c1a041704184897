import { amountWords } from '#app/domain/pathway/wording.ts'
import type { TrainingKind } from '#app/domain/portfolio/entry.ts'
import { cpdMethodNames, trainingKindNames } from '#app/domain/portfolio/words.ts'
import { durationWords } from '#app/domain/reading-time.ts'
import type { Block } from '#app/pdf/report/report.ts'
import type { Evidence } from './evidence.ts'
import { byDay, section, shortDay } from './parts.ts'

/** What somebody learnt: elsewhere, by themselves and here. */
export const learningBlocks = (evidence: Evidence): Block[] => [
  ...trainingBlocks(evidence),
  ...cpdBlocks(evidence),
  ...courseBlocks(evidence),
]

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

/**
 * What was taken up on the platform; what is merely offered is no evidence. The time that was measured is the person's own: it stands in their own
 * file, and not in what is handed in.
 */
function courseBlocks({ facts, beside, handedIn }: Evidence): Block[] {
  const known = (kind: 'course' | 'vignette', slug: string) =>
    beside.titles.find((one) => one.kind === kind && one.slug === slug)
  const titleOf = (kind: 'course' | 'vignette', slug: string) => known(kind, slug)?.title ?? slug
  const measured = (slug: string) => (handedIn ? [] : [durationWords(known('course', slug)?.activeSeconds ?? 0)])
  const courses = facts.courses.flatMap(({ slug, state, completedOn, percent }) =>
    state === 'not-begun'
      ? []
      : [
          [
            titleOf('course', slug),
            state === 'under-way' ? `${courseWords[state]}, ${percent} %` : courseWords[state],
            dayOr(completedOn),
            amountWords(known('course', slug)?.cpdHours ?? 0),
            ...measured(slug),
          ],
        ],
  )
  const vignettes = facts.vignettes.flatMap(({ slug, state, passedOn }) =>
    state === 'none' ? [] : [[titleOf('vignette', slug), vignetteWords[state], dayOr(passedOn)]],
  )
  return [
    ...section(
      'Courses',
      courses.sort(byTitle),
      ['Course', 5],
      ['Standing', 2.6],
      ['Completed', 1.8],
      ['CPD hours stated', 1.6],
      ...(handedIn ? [] : [['Reading, measured', 1.8] as [string, number]]),
    ),
    ...section('Vignettes', vignettes.sort(byTitle), ['Vignette', 6], ['Result', 3], ['Passed', 2]),
  ]
}

const dayOr = (day: string | undefined) => (day ? shortDay(day) : 'No')
const byTitle = ([a = '']: string[], [b = '']: string[]) => (a < b ? -1 : Number(a > b))
