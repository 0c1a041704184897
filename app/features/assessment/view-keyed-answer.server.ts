import { type KeyedQuestion, keyedQuestion } from '#app/content/keyed-question.ts'
import type { KeyedVignette } from '#app/content/vignette-schema.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { blankKeyedAnswers, type KeyedAnswers } from '#app/domain/keyed/answers.ts'
import { keyedAnswersIn } from '#app/domain/keyed/read-answers.ts'

/** What is asked and what was chosen so far. Never the key. */
export type KeyedAnswer = { question: KeyedQuestion; blank: KeyedAnswers; draft: SavedDraft<KeyedAnswers> | null }

export const viewKeyedAnswer = (vignette: KeyedVignette, draft: SavedDraft | null): KeyedAnswer => ({
  question: keyedQuestion(vignette),
  blank: blankKeyedAnswers(vignette),
  draft: draft && { ...draft, body: keyedAnswersIn(vignette, draft.body) },
})
