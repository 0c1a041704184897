import { vignetteVersion } from '#app/content/catalogue.server.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { Turn, Vignette, WrittenVignette } from '#app/content/vignette-schema.ts'
import { interventionAt, isWritten } from '#app/content/vignettes.ts'
import { findOpenAttempt, type OpenAttempt } from '#app/db/own-attempts.server.ts'
import { answerSubject, whyClosed } from '#app/domain/attempts.ts'
import type { Deadline } from '#app/domain/deadline.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Answers, blankAnswers } from './answers.ts'
import { type Asked, askedAt, type UnfoldedStage, unfoldedStages } from './asked.ts'
import { answersDraft } from './read-answers.server.ts'
import { type KeyedAnswer, viewKeyedAnswer } from './view-keyed-answer.server.ts'

/** What every vignette shows before it is answered. Never the discussion, nor a key. */
export type CaseText = Pick<Vignette, 'slug' | 'title' | 'kind' | 'minutes' | 'provenance'> & {
  situationHtml: string
  /** Empty where nothing was said, and where the answer itself goes through it: a coding. */
  transcript: Turn[]
  /** The turn that is to be put right, by its place from 0; null where none is. */
  intervention: number | null
}

type AnswerFrame = {
  attempt: { id: string; number: number; deadline: Deadline | null }
  /** Why it can no longer be handed in; null while it can. */
  closed: string | null
  case: CaseText
}

export type WrittenPage = AnswerFrame & {
  form: 'written'
  asked: Asked
  /** What is over, where it unfolds. Of what is still to come there is nothing on the page. */
  unfolded: UnfoldedStage[]
  /** Under what its draft is saved. */
  subject: string
  blank: Answers
  draft: SavedDraft<Answers> | null
}

/** The kinds that a key scores: what they ask stands in `keyed`. */
export type KeyedPage = AnswerFrame & { form: 'keyed'; keyed: KeyedAnswer }

export type AnswerPage = WrittenPage | KeyedPage

export const caseText = (vignette: Vignette): CaseText => {
  const { slug, title, kind, minutes, provenance } = vignette
  const transcript = isWritten(vignette) ? vignette.transcript : []
  const intervention = kind === 'rewrite' ? interventionAt(transcript) : null
  return { slug, title, kind, minutes, provenance, transcript, intervention, situationHtml: situationHtml(vignette) }
}

/** The attempt that the actor has under way, in the version that it was opened under, with what they wrote so far. */
export async function viewAnswerPage(actor: Pick<Actor, 'id'>, slug: string, now: Date): Promise<AnswerPage | null> {
  const attempt = await findOpenAttempt(actor.id, slug)
  if (!attempt) return null
  const vignette = await vignetteVersion(attempt.vignetteVersionId)
  const frame = {
    attempt: { id: attempt.id, number: attempt.number, deadline: attempt.deadline },
    closed: whyClosed({ state: 'open', dueAt: attempt.deadline?.dueAt ?? null }, now),
    case: caseText(vignette),
  }
  return isWritten(vignette)
    ? { ...frame, ...writtenForm(vignette, attempt) }
    : { ...frame, form: 'keyed', keyed: viewKeyedAnswer(vignette, attempt.draft) }
}

function writtenForm(vignette: WrittenVignette, { id, draft, lockedAnswers }: OpenAttempt) {
  const asked = askedAt(vignette, lockedAnswers.length)
  return {
    form: 'written' as const,
    asked,
    unfolded: unfoldedStages(vignette, lockedAnswers),
    subject: answerSubject(id, lockedAnswers.length),
    blank: blankAnswers(asked.prompts),
    draft: answersDraft(asked, draft),
  }
}
