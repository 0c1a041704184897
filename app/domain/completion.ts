import { hoursLive, type LiveFacts } from './live/hours-live.ts'
import { hoursNumber } from './live/hours-words.ts'
import { inNumber } from './wording.ts'

/** What a version of a course asks for: its parts by name, and which of them count towards having completed it. */
export type CourseOutline = {
  lessons: readonly string[]
  questions: readonly string[]
  /** Those of the questions that nothing is judged right or wrong in: they are answered, and no share is of them. */
  unjudged: readonly string[]
  vignettes: readonly string[]
  /** The courses that it is made of, by slug; absent from one that has lessons of its own. */
  modules?: readonly string[] | undefined
  completion: {
    lessons?: 'all' | undefined
    questions?: 'all' | undefined
    /** Share of the judged questions, 0..1, that must be right at the last try. */
    correctShare?: number | undefined
    vignettes?: 'all' | undefined
    modules?: 'all' | undefined
    /** Hours live in a cohort of the course. */
    attendedHours?: number | undefined
  }
}

/** How one module stands, by its own rule. */
export type ModuleFact = { slug: string; isCompleted: boolean; percent: number }

/** What one person has done on a course. Parts that the course no longer has do no harm: they are not counted. */
export type CourseFacts = {
  lessonsRead: readonly string[]
  /** The last answer to each question. */
  answers: readonly { questionId: string; isCorrect: boolean }[]
  vignettesPassed: readonly string[]
  /** Of a course of modules: those that they are enrolled in. */
  moduleFacts?: readonly ModuleFact[]
  /** Of each cohort of the course in which they learn. */
  live?: readonly LiveFacts[]
}

export type CompletionRule = 'lessons' | 'questions' | 'correct' | 'vignettes' | 'modules' | 'attended'

/** One thing that the course asks for, and how much of it is there. `have` never exceeds `need`. */
export type CompletionReason = { rule: CompletionRule; isMet: boolean; have: number; need: number; text: string }

export type Completion = {
  isComplete: boolean
  /** 0..1, and 1 only when the course is complete: each rule counts the same. */
  share: number
  because: CompletionReason[]
}

export type Progress = { isCompleted: boolean; percent: number; because: CompletionReason[] }

/**
 * How far one person is with a course, a module of one, or a lesson: the number that every page, list and report says.
 * @param hasCompleted whether they completed it before: it stays so, also when a later version asks for more.
 */
export function progressOf(outline: CourseOutline, facts: CourseFacts, hasCompleted = false): Progress {
  const completion = completionOf(outline, facts)
  return {
    isCompleted: hasCompleted,
    percent: hasCompleted ? 100 : percentOf(completion),
    because: completion.because,
  }
}

/** A lesson with its questions, seen as a course of that one lesson. */
export const lessonOutline = (
  { completion }: Pick<CourseOutline, 'completion'>,
  lesson: string,
  questions: readonly string[],
): CourseOutline => ({
  lessons: [lesson],
  questions,
  unjudged: [],
  vignettes: [],
  completion: { lessons: 'all', questions: completion.questions },
})

/**
 * Whether a course is complete, how far it has come, and why. The only place where this is decided: every page and the
 * certificate's date rest on it.
 */
export function completionOf(outline: CourseOutline, facts: CourseFacts): Completion {
  const parts = partsOf(outline, facts)
  const isComplete = parts.every(({ isMet }) => isMet)
  const mean = parts.reduce((sum, { share }) => sum + share, 0) / parts.length
  const because = parts.map(({ share: _, ...reason }) => reason)
  return { isComplete, share: isComplete ? 1 : Math.min(mean, 1), because }
}

type Part = CompletionReason & { share: number }

/** What the rules of the course ask for, each with how much of it is there. */
function partsOf(outline: CourseOutline, facts: CourseFacts): Part[] {
  const { completion, lessons, questions, vignettes, modules = [] } = outline
  const right = facts.answers.filter(({ isCorrect }) => isCorrect).map(({ questionId }) => questionId)
  const answered = facts.answers.map(({ questionId }) => questionId)
  const parts: Part[] = []
  if (completion.lessons) parts.push(part('lessons', countIn(lessons, facts.lessonsRead), lessons.length))
  if (completion.questions) parts.push(part('questions', countIn(questions, answered), questions.length))
  if (completion.correctShare !== undefined)
    parts.push(part('correct', countIn(judgedOf(outline), right), neededRight(completion.correctShare, outline)))
  if (completion.vignettes) parts.push(part('vignettes', countIn(vignettes, facts.vignettesPassed), vignettes.length))
  if (completion.modules) parts.push(modulesPart(modules, facts.moduleFacts ?? []))
  if (completion.attendedHours)
    parts.push(part('attended', attendedMinutes(facts.live ?? []), Math.round(completion.attendedHours * 60)))
  return parts
}

/** Its share is how far the modules have come, not how many are done: somebody half way through each is half way through. */
function modulesPart(modules: readonly string[], facts: readonly ModuleFact[]): Part {
  const standing = modules.map((slug) => facts.find((fact) => fact.slug === slug))
  const percents = standing.map((fact) => (fact?.isCompleted ? 100 : Math.min(99, fact?.percent ?? 0)))
  const done = standing.filter((fact) => fact?.isCompleted).length
  const share = modules.length === 0 ? 1 : percents.reduce((sum, percent) => sum + percent, 0) / (100 * modules.length)
  return { ...part('modules', done, modules.length), share }
}

/** Somebody who learnt in two cohorts of the course is told by the one that gave them more; what they made up elsewhere is in it. */
const attendedMinutes = (live: readonly LiveFacts[]): number =>
  Math.max(0, ...live.map((facts) => hoursLive(facts).countedMinutes))

/** As people read it: whole per cent, rounded down, so that 100 is said of what is complete and of nothing else. */
export const percentOf = ({ isComplete, share }: Pick<Completion, 'isComplete' | 'share'>): number =>
  isComplete ? 100 : Math.min(99, Math.floor(share * 100))

/** How many of the parts are among the done ones; what was done twice counts once. */
function countIn(parts: readonly string[], done: readonly string[]): number {
  const finished = new Set(done)
  return parts.filter((part) => finished.has(part)).length
}

/** 0.7 of 10 questions is 7, whatever binary fractions make of it. */
const neededRight = (share: number, outline: CourseOutline) => Math.ceil(share * judgedOf(outline).length - 1e-9)

/** The ids of the questions that count towards an answer rule: those whose answer nobody judges are left out. */
export const judgedOf = ({ questions, unjudged }: Pick<CourseOutline, 'questions' | 'unjudged'>): string[] =>
  questions.filter((id) => !unjudged.includes(id))

function part(rule: CompletionRule, done: number, need: number): Part {
  const have = Math.min(done, need)
  const share = need === 0 ? 1 : have / need
  return { rule, isMet: have >= need, have, need, text: reasonText[rule](done, need), share }
}

const reasonText: Record<CompletionRule, (have: number, need: number) => string> = {
  lessons: (have, need) =>
    inNumber(need, { one: '{have} of 1 lesson read', other: '{have} of {n} lessons read' }, { have }),
  questions: (have, need) =>
    inNumber(need, { one: '{have} of 1 question answered', other: '{have} of {n} questions answered' }, { have }),
  correct: (have, need) => `${have} right at the last try, at least ${need} needed`,
  vignettes: (have, need) =>
    inNumber(need, { one: '{have} of 1 vignette passed', other: '{have} of {n} vignettes passed' }, { have }),
  modules: (have, need) =>
    inNumber(need, { one: '{have} of 1 module completed', other: '{have} of {n} modules completed' }, { have }),
  attended: (have, need) => `${hoursNumber(Math.min(have, need))} of ${hoursNumber(need)} hours live`,
}
