import { HOUR_MS } from './time.ts'
/** `withdrawn`: handed in and taken back before its release; it was an attempt all the same. */
export type AttemptState = 'open' | 'submitted' | 'released' | 'withdrawn'

/** What is known of one earlier or present attempt. Until its release nothing is known of how it was marked. */
export type AttemptFacts = {
  number: number
  state: AttemptState
  submittedAt: Date | null
  hasPassed: boolean
}

/** What a vignette's version says about trying again. */
export type AttemptRule = { maxAttempts: number; hoursBetween: number }

type BeginFacts = {
  isEnrolled: boolean
  attempts: readonly AttemptFacts[]
  /** The last moment at which this person may submit; null when no cohort of theirs sets one. */
  dueAt: Date | null
}

export type BeginRefusal = {
  rule: 'enrolment' | 'open' | 'passed' | 'deadline' | 'attempts' | 'pause'
  text: string
  /** When asking again will help. */
  from?: Date
}

/** Whether a new attempt may be opened, and if not, the first reason why, in the order in which a person can do something. */
export function mayBegin(rule: AttemptRule, facts: BeginFacts, now: Date): { because: BeginRefusal | null } {
  const { isEnrolled, attempts, dueAt } = facts
  if (attempts.some(({ state }) => state === 'open')) return refuse('open', 'You have an attempt under way.')
  if (!isEnrolled) return refuse('enrolment', 'Enrol in a course with this vignette first.')
  if (attempts.some(({ hasPassed }) => hasPassed)) return refuse('passed', 'You have passed this vignette.')
  if (isPastDeadline(dueAt, now)) return refuse('deadline', 'The deadline of your cohort has passed.')
  if (attempts.length >= rule.maxAttempts) return refuse('attempts', 'You have used every attempt.')
  const from = pauseEnds(rule, attempts)
  return from && now < from ? refuse('pause', 'Leave some time before you try again.', from) : { because: null }
}

const refuse = (rule: BeginRefusal['rule'], text: string, from?: Date) => ({
  because: { rule, text, ...(from && { from }) },
})

function pauseEnds({ hoursBetween }: AttemptRule, attempts: readonly AttemptFacts[]): Date | null {
  const submissions = attempts.flatMap(({ submittedAt }) => (submittedAt ? [submittedAt.getTime()] : []))
  return submissions.length > 0 ? new Date(Math.max(...submissions) + hoursBetween * HOUR_MS) : null
}

/** The deadline itself is still in time. */
export const isPastDeadline = (dueAt: Date | null, now: Date): boolean => dueAt !== null && now > dueAt

/** Why nothing more can be written into an attempt; null while it is open and in time. */
export function whyClosed({ state, dueAt }: { state: AttemptState; dueAt: Date | null }, now: Date): string | null {
  if (state !== 'open') return 'This attempt has been submitted and can no longer be changed.'
  return isPastDeadline(dueAt, now) ? 'The deadline has passed, so this attempt can no longer be changed.' : null
}

/** The two things that a person declares with an answer; kept with it word by word. */
export const DECLARATIONS = {
  ownWork: 'This is my own work.',
  noPatient: 'Nothing in it could identify a real patient.',
} as const
export type DeclarationName = keyof typeof DECLARATIONS

export const declarationText = Object.values(DECLARATIONS).join(' ')

/** Under what a draft of an answer is saved: the attempt, or one stage of it. The first stage, and the only one, goes by the attempt alone. */
export const answerSubject = (attemptId: string, stage: number): string =>
  stage === 0 ? attemptId : `${attemptId}.${stage}`

/** The opposite. What is no such subject names no attempt that there is. */
export function readAnswerSubject(subject: string): { attemptId: string; stage: number } {
  const [attemptId = '', stage = '0', ...rest] = subject.split('.')
  return { attemptId: rest.length > 0 ? '' : attemptId, stage: /^\d{1,3}$/.test(stage) ? Number(stage) : -1 }
}

/** Why nothing more can be written into a stage; null while it is the one under way. */
export const whyStageClosed = (stage: number, lockedStages: number): string | null =>
  stage < lockedStages ? 'This answer is locked. Reload the page to go on with the next part.' : null
