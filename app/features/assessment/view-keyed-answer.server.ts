import type { KeyedVignette, VignetteKind } from '#app/content/schemas.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { type KeyedAnswers, readKeyedDraft } from './read-keyed-answers.server.ts'

/** What is asked and what was chosen so far. Never the key. */
export type KeyedAnswer = { kind: VignetteKind; blank: KeyedAnswers; draft: SavedDraft<KeyedAnswers> | null }

export function viewKeyedAnswer(vignette: KeyedVignette, draft: SavedDraft | null): KeyedAnswer {
  return { kind: vignette.kind, blank: {}, draft: draft && { ...draft, body: readKeyedDraft(vignette, draft.body) } }
}
