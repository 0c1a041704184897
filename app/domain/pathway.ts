import { type Completion, percentOf } from './completion.ts'

/** What a status asks for, as a version of the pathway says it. */
export type Requirement = { id: string; title: string; why: string } & (
  | { kind: 'course'; course: string }
  | { kind: 'vignette'; vignette: string }
)

export type CourseStanding = { isEnrolled: boolean; isCompleted: boolean; completion: Completion }

export type VignetteStanding = {
  state: 'passed' | 'not-passed' | 'submitted' | 'open' | 'none'
  attemptsLeft: number
  /** The course that holds it, when it opens only after enrolling there. */
  opensWithCourse?: string | undefined
}

export type PathwayFacts = {
  courses: ReadonlyMap<string, CourseStanding>
  vignettes: ReadonlyMap<string, VignetteStanding>
}

/** What the person can do now; without a target there is nothing to do but wait or ask. */
export type NextStep = { text: string; target?: { kind: 'course' | 'lessons' | 'vignette'; slug: string } }

export type RequirementStanding = {
  id: string
  title: string
  why: string
  state: 'met' | 'under-way' | 'not-begun'
  have: number
  need: number
  unit: string
  because: string[]
  next?: NextStep
}

export type PathwayStanding = {
  requirements: RequirementStanding[]
  metCount: number
  isMet: boolean
  /** The requirement to go on with, or nothing when all are met. */
  next?: { requirementId: string; step: NextStep }
}

/**
 * How far a person has come on a pathway: each requirement with its reasons, and the first thing that they can do now. Whoever
 * waits for a mark is pointed at the next thing that needs no waiting.
 */
export function evaluatePathway(requirements: readonly Requirement[], facts: PathwayFacts): PathwayStanding {
  const standings = requirements.map((requirement) => ({ ...standingOf(requirement, facts), ...named(requirement) }))
  const metCount = standings.filter(({ state }) => state === 'met').length
  const open = standings.filter(({ next }) => next)
  const first = open.find(({ next }) => next?.target) ?? open[0]
  return {
    requirements: standings,
    metCount,
    isMet: metCount === standings.length,
    ...(first?.next && { next: { requirementId: first.id, step: first.next } }),
  }
}

const named = ({ id, title, why }: Requirement) => ({ id, title, why })

type Standing = Omit<RequirementStanding, 'id' | 'title' | 'why'>

const standingOf = (requirement: Requirement, facts: PathwayFacts): Standing =>
  requirement.kind === 'course'
    ? courseStanding(requirement.course, facts.courses.get(requirement.course))
    : vignetteStanding(requirement.vignette, facts.vignettes.get(requirement.vignette))

const NOT_OFFERED = { state: 'not-begun', have: 0, because: ['Not offered at the moment'] } as const

function courseStanding(slug: string, standing: CourseStanding | undefined): Standing {
  const measure = { need: 100, unit: '%' }
  if (!standing) return { ...NOT_OFFERED, ...measure, because: [...NOT_OFFERED.because] }
  // A course that was completed stays so, even when a later version of it asks for more.
  if (standing.isCompleted) return { state: 'met', have: 100, ...measure, because: ['Course completed'] }
  const because = standing.completion.because.map(({ text }) => text)
  if (!standing.isEnrolled) {
    const next: NextStep = { text: 'Start the course', target: { kind: 'course', slug } }
    return { state: 'not-begun', have: 0, ...measure, because: ['You have not started this course'], next }
  }
  const next: NextStep = { text: 'Continue the course', target: { kind: 'lessons', slug } }
  return { state: 'under-way', have: percentOf(standing.completion), ...measure, because, next }
}

function vignetteStanding(slug: string, standing: VignetteStanding | undefined): Standing {
  const measure = { have: 0, need: 1, unit: 'vignette passed' }
  if (!standing) return { ...NOT_OFFERED, ...measure, because: [...NOT_OFFERED.because] }
  const target = { kind: 'vignette', slug } as const
  switch (standing.state) {
    case 'passed':
      return { state: 'met', ...measure, have: 1, because: ['Passed'] }
    case 'submitted': {
      const because = ['Your answer is with a training lead']
      return { state: 'under-way', ...measure, because, next: { text: 'Wait for the marks' } }
    }
    case 'open': {
      const because = ['You have begun an answer and not sent it in']
      return { state: 'under-way', ...measure, because, next: { text: 'Finish your answer', target } }
    }
    case 'not-passed':
      return { state: 'under-way', ...measure, ...afterFeedback(standing, target) }
    case 'none':
      return { state: 'not-begun', ...measure, because: ['Not answered yet'], next: firstStep(standing, target) }
  }
}

const afterFeedback = ({ attemptsLeft }: VignetteStanding, target: NonNullable<NextStep['target']>) =>
  attemptsLeft > 0
    ? { because: ['Marked, and not passed yet'], next: { text: 'Read the feedback and answer again', target } }
    : {
        because: ['Marked, and not passed; no attempt is left'],
        next: { text: 'Talk to your training lead about a further attempt' },
      }

const firstStep = ({ opensWithCourse }: VignetteStanding, target: NonNullable<NextStep['target']>): NextStep =>
  opensWithCourse
    ? { text: 'Start the course that it belongs to', target: { kind: 'course', slug: opensWithCourse } }
    : { text: 'Answer the vignette', target }
