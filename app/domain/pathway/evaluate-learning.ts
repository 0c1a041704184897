import { inNumber } from '../wording.ts'
import type { Context } from './context.ts'
import { dayWords } from './days.ts'
import type { NextStep, Standing } from './evaluated.ts'
import type { VignetteFact } from './facts.ts'
import type { CourseRule, VignetteRule, VignettesRule } from './rules.ts'

/** A course or a vignette brings no piece of evidence of its own. */
const NO_EVIDENCE = { counted: [], notCounted: [], children: [] } as const
/** What a whole course, or one more answer to a vignette, stands for when ways are compared. */
const COURSE_HOURS = 5
const VIGNETTE_HOURS = 1.5
const NOT_OFFERED = 'Not offered at the moment'

/** A course completed by the day, by the completion rule of its own; short of it, its percentage. */
export function evaluateCourse({ course: slug }: CourseRule, { facts, at }: Context): Standing {
  const measure = { need: 100, unit: '%', ...NO_EVIDENCE }
  const fact = facts.courses.find((course) => course.slug === slug)
  const missing = ['the course completed']
  if (!fact)
    return { state: 'not-begun', have: 0, ...measure, because: [NOT_OFFERED], missing, remainingHours: COURSE_HOURS }
  // A course that was completed stays so, even when a later version of it asks for more.
  const isCompleted = fact.state === 'completed' && !isAfter(fact.completedOn, at)
  if (isCompleted) {
    const because = ['Course completed']
    return { state: 'met', have: 100, ...measure, because, missing: [], remainingHours: 0, metOn: fact.completedOn }
  }
  const have = fact.state === 'completed' ? 0 : fact.percent
  const remainingHours = COURSE_HOURS * (1 - Math.min(have, 99) / 100)
  if (fact.state === 'not-begun') {
    const next: NextStep = { text: 'Start the course', target: { kind: 'course', slug } }
    const because = ['You have not started this course']
    return { state: 'not-begun', have, ...measure, because, missing, remainingHours, next }
  }
  const because = fact.state === 'completed' ? [`Not completed by ${dayWords(at)}`] : fact.because
  const next: NextStep = { text: 'Continue the course', target: { kind: 'lessons', slug } }
  return { state: 'under-way', have, ...measure, because, missing, remainingHours, next }
}

const isAfter = (day: string | undefined, at: string) => day !== undefined && day > at

/** One vignette passed by the day. */
export const evaluateVignette = ({ vignette }: VignetteRule, context: Context): Standing =>
  evaluateVignettes({ kind: 'vignettes', vignettes: [vignette], atLeast: 1 }, context)

/** So many of the vignettes passed; the step is with the one that has come furthest. */
export function evaluateVignettes({ vignettes, atLeast }: VignettesRule, { facts, at }: Context): Standing {
  const offered = vignettes.flatMap((slug) => facts.vignettes.filter((vignette) => vignette.slug === slug))
  const passed = offered.filter((vignette) => hasPassed(vignette, at))
  const have = passed.length
  const unit = inNumber(atLeast, { one: 'vignette passed', other: 'vignettes passed' })
  const measure = { have, need: atLeast, unit, ...NO_EVIDENCE }
  if (have >= atLeast) {
    const metOn = passed.map(({ passedOn }) => passedOn).sort()[atLeast - 1]
    return { state: 'met', ...measure, because: ['Passed'], missing: [], remainingHours: 0, metOn }
  }
  const left = atLeast - have
  const missing = [inNumber(left, { one: 'a vignette passed', other: '{n} more vignettes passed' })]
  const remaining = { missing, remainingHours: left * VIGNETTE_HOURS }
  const open = offered.filter((vignette) => !hasPassed(vignette, at)).sort((a, b) => rank(a) - rank(b))
  const [furthest] = open
  if (!furthest) return { state: 'not-begun', ...measure, because: [NOT_OFFERED], ...remaining }
  // What was passed later had been begun by this day, or not: nobody can tell.
  if (furthest.state === 'passed')
    return { state: 'not-begun', ...measure, because: [`Not passed by ${dayWords(at)}`], ...remaining }
  const state = have > 0 || furthest.state !== 'none' ? 'under-way' : 'not-begun'
  return { state, ...measure, ...remaining, ...stepWith(furthest) }
}

const hasPassed = ({ state, passedOn }: VignetteFact, at: string) => state === 'passed' && !isAfter(passedOn, at)

/** What is begun comes first, then what waits for a mark, another attempt, a first one, and last what has no attempt left. */
function rank({ state, attemptsLeft }: VignetteFact): number {
  if (state === 'not-passed') return attemptsLeft > 0 ? 2 : 4
  return { open: 0, submitted: 1, none: 3, passed: 5 }[state]
}

function stepWith(vignette: VignetteFact): { because: string[]; next: NextStep } {
  const target = { kind: 'vignette', slug: vignette.slug } as const
  switch (vignette.state) {
    case 'submitted':
      return { because: ['Your answer is with a training lead'], next: { text: 'Wait for the marks' } }
    case 'open':
      return {
        because: ['You have begun an answer and not sent it in'],
        next: { text: 'Finish your answer', target },
      }
    case 'not-passed':
      return vignette.attemptsLeft > 0
        ? {
            because: ['Marked, and not passed yet'],
            next: { text: 'Read the feedback and answer again', target },
          }
        : {
            because: ['Marked, and not passed; no attempt is left'],
            next: { text: 'Talk to your training lead about a further attempt' },
          }
    default:
      return { because: ['Not answered yet'], next: firstStep(vignette) }
  }
}

const firstStep = ({ slug, opensWithCourse }: VignetteFact): NextStep =>
  opensWithCourse
    ? { text: 'Start the course that it belongs to', target: { kind: 'course', slug: opensWithCourse } }
    : { text: 'Answer the vignette', target: { kind: 'vignette', slug } }
