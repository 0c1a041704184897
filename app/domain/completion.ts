/** What a version of a course asks for: its parts by name, and which of them count towards having completed it. */
export type CourseOutline = {
  lessons: readonly string[]
  questions: readonly string[]
  /** Those of the questions that nothing is judged right or wrong in: they are answered, and no share is of them. */
  unjudged: readonly string[]
  vignettes: readonly string[]
  completion: {
    lessons: 'all'
    questions?: 'all' | undefined
    /** Share of the judged questions, 0..1, that must be right at the last try. */
    correctShare?: number | undefined
    vignettes?: 'all' | undefined
  }
}

/** What one person has done on a course. Parts that the course no longer has do no harm: they are not counted. */
export type CourseFacts = {
  lessonsRead: readonly string[]
  /** The last answer to each question. */
  answers: readonly { questionId: string; isCorrect: boolean }[]
  vignettesPassed: readonly string[]
}

export type CompletionRule = 'lessons' | 'questions' | 'correct' | 'vignettes'

/** One thing that the course asks for, and how much of it is there. `have` never exceeds `need`. */
export type CompletionReason = { rule: CompletionRule; isMet: boolean; have: number; need: number; text: string }

export type Completion = {
  isComplete: boolean
  /** 0..1, and 1 only when the course is complete: each rule counts the same. */
  share: number
  because: CompletionReason[]
}

/**
 * Whether a course is complete, how far it has come, and why. The only place where this is decided: every page and the
 * certificate's date rest on it.
 */
export function completionOf(outline: CourseOutline, facts: CourseFacts): Completion {
  const { completion } = outline
  const right = facts.answers.filter(({ isCorrect }) => isCorrect).map(({ questionId }) => questionId)
  const answered = facts.answers.map(({ questionId }) => questionId)
  const because = [reason('lessons', countIn(outline.lessons, facts.lessonsRead), outline.lessons.length)]
  if (completion.questions)
    because.push(reason('questions', countIn(outline.questions, answered), outline.questions.length))
  if (completion.correctShare !== undefined)
    because.push(reason('correct', countIn(judgedOf(outline), right), neededRight(completion.correctShare, outline)))
  if (completion.vignettes)
    because.push(reason('vignettes', countIn(outline.vignettes, facts.vignettesPassed), outline.vignettes.length))

  const isComplete = because.every(({ isMet }) => isMet)
  const mean = because.reduce((sum, { have, need }) => sum + (need === 0 ? 1 : have / need), 0) / because.length
  return { isComplete, share: isComplete ? 1 : mean, because }
}

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

export const judgedOf = ({ questions, unjudged }: Pick<CourseOutline, 'questions' | 'unjudged'>): string[] =>
  questions.filter((id) => !unjudged.includes(id))

function reason(rule: CompletionRule, done: number, need: number): CompletionReason {
  const have = Math.min(done, need)
  return { rule, isMet: have >= need, have, need, text: reasonText[rule](done, need) }
}

const plural = (count: number, noun: string) => (count === 1 ? noun : `${noun}s`)

const reasonText: Record<CompletionRule, (have: number, need: number) => string> = {
  lessons: (have, need) => `${have} of ${need} ${plural(need, 'lesson')} read`,
  questions: (have, need) => `${have} of ${need} ${plural(need, 'question')} answered`,
  correct: (have, need) => `${have} right at the last try, at least ${need} needed`,
  vignettes: (have, need) => `${have} of ${need} ${plural(need, 'vignette')} passed`,
}
