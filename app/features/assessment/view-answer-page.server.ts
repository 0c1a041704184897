import { writtenVersion } from '#app/content/catalogue.server.ts'
import { situationHtml } from '#app/content/render-prose.server.tsx'
import type { WrittenVignette } from '#app/content/schemas.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { findOpenAttempt } from '#app/db/own-attempts.server.ts'
import { whyClosed } from '#app/domain/attempts.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Answers, blankAnswers, type Prompt } from './answers.ts'
import { answersDraft } from './read-answers.server.ts'

export type AnswerPage = {
  attempt: { id: string; number: number; dueAt: Date | null }
  /** Why it can no longer be handed in; null while it can. */
  closed: string | null
  case: CaseText
  prompts: Prompt[]
  blank: Answers
  draft: SavedDraft<Answers> | null
}

/** What is read before answering. Never the discussion. */
export type CaseText = Pick<WrittenVignette, 'slug' | 'title' | 'transcript' | 'minutes'> & { situationHtml: string }

export const caseText = (vignette: WrittenVignette): CaseText => {
  const { slug, title, transcript, minutes } = vignette
  return { slug, title, transcript, minutes, situationHtml: situationHtml(vignette) }
}

/** The attempt that the actor has under way, in the version that it was opened under, with what they wrote so far. */
export async function viewAnswerPage(actor: Pick<Actor, 'id'>, slug: string, now: Date): Promise<AnswerPage | null> {
  const attempt = await findOpenAttempt(actor.id, slug)
  if (!attempt) return null
  const vignette = await writtenVersion(attempt.vignetteVersionId)
  return {
    attempt: { id: attempt.id, number: attempt.number, dueAt: attempt.dueAt },
    closed: whyClosed({ state: 'open', dueAt: attempt.dueAt }, now),
    case: caseText(vignette),
    prompts: promptsOf(vignette),
    blank: blankAnswers(promptsOf(vignette)),
    draft: answersDraft(promptsOf(vignette), attempt.draft),
  }
}
