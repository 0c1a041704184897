import { loadVersions, rubricVersion, vignetteVersion } from '#app/content/catalogue.server.ts'
import { discussionHtml } from '#app/content/render-prose.server.tsx'
import type { PublishedRubric, WrittenVignette } from '#app/content/schemas.ts'
import { isWritten, promptsOf } from '#app/content/vignettes.ts'
import { findOwnAttempt, type HandedInAttempt } from '#app/db/own-attempts.server.ts'
import type { AttemptState } from '#app/domain/attempts.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Decision, decideMark, type Mark } from '#app/domain/rubric.ts'
import { type GateChoice, gateOf } from './answers.ts'
import { type ShownAnswer, shownAnswers, type UnfoldedStage, unfoldedStages } from './asked.ts'
import { type CaseText, caseText } from './view-answer-page.server.ts'
import { type KeyedResult, viewKeyedResult } from './view-keyed-attempt.server.ts'

export type GivenMark = Mark & { decision: Decision }

/** All that is told with the marks, and not before them. */
export type Feedback = {
  releasedAt: Date | null
  marks: GivenMark[]
  rubric: Pick<PublishedRubric, 'title' | 'criteria' | 'global' | 'criticalErrors'>
  discussionHtml: string
}

type Gate = { answer: GateChoice; because: string }

type AttemptFrame = {
  state: Exclude<AttemptState, 'open'>
  submittedAt: Date | null
  declaration: string | null
  case: CaseText
}

export type WrittenAttemptPage = AttemptFrame & {
  form: 'written'
  answers: ShownAnswer[]
  /** What was chosen at the gate; with the release also what the authors think. Null where there is no gate. */
  gate: { question: string; choice: GateChoice | undefined; authors: Gate | undefined } | null
  /** What was said after each stage. Empty where nothing unfolds. */
  unfolded: UnfoldedStage[]
  feedback: Feedback | null
}

/** The kinds that a key scores: the answers beside the key stand in `keyed`. */
export type KeyedAttemptPage = AttemptFrame & {
  form: 'keyed'
  keyed: KeyedResult
  /** Null until it is released, which a key does at once. */
  discussionHtml: string | null
}

export type AttemptPage = WrittenAttemptPage | KeyedAttemptPage

/**
 * One of the actor's own attempts as it was handed in, with the feedback once it is released. `open`: it is still being
 * written, on another page.
 * @throws 404 for a number that is not among the actor's attempts.
 */
export async function viewAttempt(
  actor: Pick<Actor, 'id'>,
  at: { slug: string; number: number },
): Promise<AttemptPage | 'open'> {
  const attempt = await findOwnAttempt(actor.id, at)
  if (!attempt) throw new Response('There is no such attempt of yours.', { status: 404 })
  if (attempt.state === 'open') return 'open'
  await loadVersions([attempt.vignetteVersionId, attempt.rubricVersionId].filter((id) => id !== null))
  const vignette = await vignetteVersion(attempt.vignetteVersionId)
  const { state, submittedAt, declaration } = attempt
  const frame = { state, submittedAt, declaration, case: caseText(vignette) }
  if (isWritten(vignette)) return { ...frame, ...(await writtenResult(vignette, attempt)) }
  const keyed = await viewKeyedResult(vignette, attempt)
  return { ...frame, form: 'keyed', keyed, discussionHtml: state === 'released' ? discussionHtml(vignette) : null }
}

async function writtenResult(vignette: WrittenVignette, attempt: HandedInAttempt) {
  const stages = vignette.kind === 'unfolding' ? vignette.stages.map(() => attempt.answers) : []
  return {
    form: 'written' as const,
    answers: shownAnswers(promptsOf(vignette), attempt.answers),
    gate: gateResult(vignette, attempt),
    unfolded: unfoldedStages(vignette, stages),
    feedback: attempt.state === 'released' ? await feedbackOn(attempt, vignette) : null,
  }
}

function gateResult(vignette: WrittenVignette, { answers, state }: HandedInAttempt): WrittenAttemptPage['gate'] {
  if (vignette.kind !== 'six-steps' || !vignette.gate) return null
  const { question, answer, because } = vignette.gate
  return { question, choice: gateOf(answers), authors: state === 'released' ? { answer, because } : undefined }
}

async function feedbackOn(attempt: HandedInAttempt, vignette: WrittenVignette): Promise<Feedback> {
  if (!attempt.rubricVersionId) throw new Error('a written answer is marked on a rubric')
  const { title, criteria, global, criticalErrors, pass } = await rubricVersion(attempt.rubricVersionId)
  const decide = ({ hasPassed, ...mark }: HandedInAttempt['marks'][number]): GivenMark => ({
    ...mark,
    // The reasons are worked out again; whether it is passed is what was decided when the mark was locked.
    decision: { ...decideMark({ criteria, criticalErrors, pass }, mark), hasPassed },
  })
  return {
    releasedAt: attempt.releasedAt,
    marks: attempt.marks.map(decide),
    rubric: { title, criteria, global, criticalErrors },
    discussionHtml: discussionHtml(vignette),
  }
}
