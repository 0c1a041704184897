import type { KeyedVignette, VignetteKind } from '#app/content/schemas.ts'
import type { HandedInAttempt } from '#app/db/own-results.server.ts'

/** What was answered, and what the key says of it once the attempt is released. */
export type KeyedResult = { kind: VignetteKind }

export async function viewKeyedResult(vignette: KeyedVignette, _attempt: HandedInAttempt): Promise<KeyedResult> {
  return { kind: vignette.kind }
}
