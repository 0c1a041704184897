import type { KeyedVignette } from '#app/content/schemas.ts'
import type { Json } from '#app/domain/json.ts'

/** What is chosen in a vignette that a key scores: the body of its draft, and of the frozen answer. */
export type KeyedAnswers = Record<string, Json>

/** Reads what a form sent. `answers` are usable as they are only without errors, which go by the name of their field. */
export function readKeyedAnswers(
  _vignette: KeyedVignette,
  _fields: Readonly<Record<string, string>>,
): { answers: KeyedAnswers; errors: Record<string, string> } {
  return { answers: {}, errors: {} }
}

/** The answers of a draft, which its owner's browser wrote: whatever is none of ours is left out. */
export function readKeyedDraft(_vignette: KeyedVignette, _body: unknown): KeyedAnswers {
  return {}
}
