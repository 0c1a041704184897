import { randomUUID } from 'node:crypto'
import { vignetteVersion } from '#app/content/catalogue.server.ts'
import type { KeyedVignette, WrittenVignette } from '#app/content/vignette-schema.ts'
import { isWritten } from '#app/content/vignettes.ts'
import { countLockedStages } from '#app/db/attempt-stages.server.ts'
import { type HeldAttempt, holdAttempt } from '#app/db/attempts.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { saveDraft } from '#app/db/drafts.server.ts'
import { whyClosed } from '#app/domain/attempts.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import type { Json } from '#app/domain/json.ts'
import { keyedAnswersIn, readKeyedFields } from '#app/domain/keyed/read-answers.ts'
import type { Actor } from '#app/domain/people.ts'
import { askedAt } from './asked.ts'
import { declaredIn } from './declarations.ts'
import { answersDraft, readSentAnswers } from './read-answers.server.ts'
import type { RefusedAttempt } from './refused-attempt.ts'
import type { SentAttempt } from './submit-attempt.server.ts'

type Saving = { actor: Pick<Actor, 'id'>; attempt: HeldAttempt; sent: SentAttempt; now: Date }

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
    const vignette = await vignetteVersion(attempt.vignetteVersionId)
    const saving = { actor, attempt, sent, now }
    return isWritten(vignette) ? saveWritten(tx, saving, vignette) : saveKeyed(tx, saving, vignette)
  })
}

async function saveWritten(tx: Db, saving: Saving, vignette: WrittenVignette): Promise<RefusedAttempt | null> {
  const asked = askedAt(vignette, await countLockedStages(tx, saving.attempt.id))
  const { answers } = readSentAnswers(asked, saving.sent.fields)
  const kept = { form: 'written' as const, typed: answers, declared: declaredIn(saving.sent.fields), isNamed: false }
  const outcome = await save(tx, saving, answers as unknown as Json)
  if (outcome === null) return null
  if ('closed' in outcome) return { ...kept, errors: { '': outcome.closed } }
  const newer = answersDraft(asked, outcome.newer)
  return newer && { ...kept, errors: { '': MEANWHILE }, newer }
}

async function saveKeyed(tx: Db, saving: Saving, vignette: KeyedVignette): Promise<RefusedAttempt | null> {
  const { answers, errors } = readKeyedFields(vignette, saving.sent.fields)
  const kept = { form: 'keyed' as const, typed: answers }
  if (!answers) return { ...kept, errors }
  const outcome = await save(tx, saving, answers)
  if (outcome === null) return null
  if ('closed' in outcome) return { ...kept, errors: { '': outcome.closed } }
  const newer = { ...outcome.newer, body: keyedAnswersIn(vignette, outcome.newer.body) }
  return { ...kept, errors: { '': MEANWHILE }, newer }
}

const MEANWHILE = 'Another version of this answer was saved meanwhile.'

async function save(
  tx: Db,
  { actor, attempt, sent, now }: Saving,
  body: Json,
): Promise<null | { closed: string } | { newer: SavedDraft }> {
  const closed = whyClosed(attempt, now)
  if (closed) return { closed }
  const result = await saveDraft(tx, {
    ownerId: actor.id,
    kind: 'answer',
    subjectId: attempt.id,
    baseVersion: sent.draftVersion,
    // Every page without scripts is a writer of its own.
    writer: randomUUID(),
    revision: 0,
    body,
    now,
  })
  return 'newer' in result ? result : null
}
