import { loadVersions, rubricVersion, vignetteVersion } from '#app/content/catalogue.server.ts'
import { discussionHtml } from '#app/content/render-prose.server.tsx'
import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { isWritten, promptsOf } from '#app/content/vignettes.ts'
import { findOwnAttempt, type HandedInAttempt } from '#app/db/own-results.server.ts'
import type { AttemptState } from '#app/domain/attempts.ts'
import type { Actor } from '#app/domain/people.ts'
import type { SelfRating } from '#app/domain/self-rating.ts'
import { type GateChoice, gateOf } from './answers.ts'
import { type ShownAnswer, shownAnswers, type UnfoldedStage, unfoldedStages } from './asked.ts'
import { type Feedback, feedbackOn, type RubricForReading } from './feedback.server.ts'
import { type CaseText, caseText } from './view-answer-page.server.ts'
import { type KeyedResult, viewKeyedResult } from './view-keyed-attempt.server.ts'

type Gate = { answer: GateChoice; because: string }

type AttemptFrame = {
  state: Exclude<AttemptState, 'open'>
  submittedAt: Date | null
  withdrawnAt: Date | null
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
  /** On what the answer is marked, and so may be rated by whoever wrote it. */
  rubric: RubricForReading
  selfRating: SelfRating | null
  /** Null until the release, and until the person has rated their own answer. */
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
 * One of the actor's own attempts as it was handed in, with the feedback once it is released and they have rated it themselves. `open`: it is still being
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
  await loadVersions(versionsOf(attempt))
  const vignette = await vignetteVersion(attempt.vignetteVersionId)
  const { state, submittedAt, withdrawnAt, declaration } = attempt
  const frame = { state, submittedAt, withdrawnAt, declaration, case: caseText(vignette) }
  if (isWritten(vignette)) return { ...frame, ...(await writtenResult(vignette, attempt)) }
  const keyed = viewKeyedResult(vignette, attempt)
  return { ...frame, form: 'keyed', keyed, discussionHtml: state === 'released' ? discussionHtml(vignette) : null }
}

const versionsOf = ({ vignetteVersionId, rubricVersionId, finalMarks: [inForce] }: HandedInAttempt): string[] =>
  [vignetteVersionId, rubricVersionId, inForce?.rubricVersionId].filter((id) => typeof id === 'string')

async function writtenResult(vignette: WrittenVignette, attempt: HandedInAttempt) {
  const stages = vignette.kind === 'unfolding' ? vignette.stages.map(() => attempt.answers) : []
  if (!attempt.rubricVersionId) throw new Error('a written answer is marked on a rubric')
  const { title, criteria, global, criticalErrors } = await rubricVersion(attempt.rubricVersionId)
  return {
    form: 'written' as const,
    answers: shownAnswers(promptsOf(vignette), attempt.answers),
    gate: gateResult(vignette, attempt),
    unfolded: unfoldedStages(vignette, stages),
    rubric: { title, criteria, global, criticalErrors },
    selfRating: attempt.selfRating,
    feedback: isTold(attempt) ? await feedbackOn(attempt, vignette) : null,
  }
}

/** Whoever has seen the marks cannot rate their own answer any more as they would have. */
const isTold = ({ state, selfRating }: HandedInAttempt) => state === 'released' && selfRating !== null

function gateResult(vignette: WrittenVignette, attempt: HandedInAttempt): WrittenAttemptPage['gate'] {
  if (vignette.kind !== 'six-steps' || !vignette.gate) return null
  const { question, answer, because } = vignette.gate
  return { question, choice: gateOf(attempt.answers), authors: isTold(attempt) ? { answer, because } : undefined }
}
