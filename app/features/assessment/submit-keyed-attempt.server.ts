import type { KeyedVignette } from '#app/content/schemas.ts'
import type { Db } from '#app/db/client.server.ts'
import type { RefusedAttempt } from './refused-attempt.ts'
import type { Submitting } from './submit-attempt.server.ts'

/** Hands in an open attempt that a key scores, in the transaction that holds it. */
export async function submitKeyedAttempt(
  _tx: Db,
  _submitting: Submitting<KeyedVignette>,
): Promise<{ number: number } | { refused: RefusedAttempt }> {
  throw new Error('no key scores an answer yet')
}
