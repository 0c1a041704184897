import { vignetteVersion } from '#app/content/catalogue.server.ts'
import type { Vignette } from '#app/content/vignette-schema.ts'
import { isWritten } from '#app/content/vignettes.ts'
import { type HeldAttempt, holdAttempt } from '#app/db/attempts.server.ts'
import { transact } from '#app/db/client.server.ts'
import { findDraft } from '#app/db/drafts.server.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import type { RefusedAttempt } from './refused-attempt.ts'
import { submitKeyedAttempt } from './submit-keyed-attempt.server.ts'
import { submitWrittenAttempt } from './submit-written-attempt.server.ts'

export type SentAttempt = {
  attemptId: string
  /** The version of the draft that the page was on. */
  draftVersion: number
  fields: Readonly<Record<string, string>>
}

/** An open attempt that is held, and all that is known of its answer. */
export type Submitting<Of extends Vignette = Vignette> = {
  actor: Actor
  attempt: HeldAttempt
  vignette: Of
  sent: SentAttempt
  saved: SavedDraft | null
  now: Date
}

/**
 * Hands in the actor's open attempt: its answers are frozen, and it is scored by its key at once or goes before the markers
 * under a code of its own. Sent twice, also at the same instant, it does all that once and answers the same.
 * @returns the attempt's number, or what has to be put right, with all that was typed; nothing is changed then.
 * @throws 404 for an attempt that is not the actor's, or not at this vignette.
 */
export function submitAttempt(
  actor: Actor,
  slug: string,
  sent: SentAttempt,
  now: Date,
): Promise<{ number: number } | { refused: RefusedAttempt }> {
  return transact(async (tx) => {
    const attempt = await holdAttempt(tx, { userId: actor.id, attemptId: sent.attemptId }, 'update')
    if (attempt?.slug !== slug) throw new Response('There is no such attempt of yours.', { status: 404 })
    if (attempt.state !== 'open') return { number: attempt.number }

    const vignette = await vignetteVersion(attempt.vignetteVersionId)
    const saved = await findDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id })
    const submitting = { actor, attempt, sent, saved, now }
    return isWritten(vignette)
      ? submitWrittenAttempt(tx, { ...submitting, vignette })
      : submitKeyedAttempt(tx, { ...submitting, vignette })
  })
}
