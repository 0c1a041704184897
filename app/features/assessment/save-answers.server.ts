import { randomUUID } from 'node:crypto'
import { writtenVersion } from '#app/content/catalogue.server.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { holdAttempt } from '#app/db/attempts.server.ts'
import { transact } from '#app/db/client.server.ts'
import { saveDraft } from '#app/db/drafts.server.ts'
import { whyClosed } from '#app/domain/attempts.ts'
import type { Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { answersDraft, readSentAnswers } from './read-answers.server.ts'
import { declaredIn, type RefusedAttempt, type SentAttempt } from './submit-attempt.server.ts'

/**
 * Saves an answer for later from a page without scripts, where nothing saves by itself. Half an answer is fine.
 * @returns null, or what stands in the way with all that was typed. Throws 404 for an attempt that is not the actor's.
 */
export function saveAnswers(
  actor: Pick<Actor, 'id'>,
  slug: string,
  sent: SentAttempt,
  now: Date,
): Promise<RefusedAttempt | null> {
  return transact(async (tx) => {
    const attempt = await holdAttempt(tx, { userId: actor.id, attemptId: sent.attemptId }, 'share')
    if (attempt?.slug !== slug) throw new Response('There is no such attempt of yours.', { status: 404 })
    const prompts = promptsOf(await writtenVersion(attempt.vignetteVersionId))
    const { answers } = readSentAnswers(prompts, sent.fields)
    const closed = whyClosed(attempt, now)
    const kept = { typed: answers, declared: declaredIn(sent.fields) }
    if (closed) return { errors: { '': closed }, ...kept }
    const result = await saveDraft(tx, {
      ownerId: actor.id,
      kind: 'answer',
      subjectId: attempt.id,
      baseVersion: sent.draftVersion,
      // Every page without scripts is a writer of its own.
      writer: randomUUID(),
      revision: 0,
      body: answers as unknown as Json,
      now,
    })
    const newer = 'newer' in result ? answersDraft(prompts, result.newer) : null
    if (!newer) return null
    return { errors: { '': 'Another version of this answer was saved meanwhile.' }, ...kept, newer }
  })
}
