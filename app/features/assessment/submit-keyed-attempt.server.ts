import { keyOf } from '#app/content/key-of.ts'
import type { KeyedVignette } from '#app/content/vignette-schema.ts'
import { freezeAttempt } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { keyInForce } from '#app/db/keys.server.ts'
import { releaseWithScore } from '#app/db/scores.server.ts'
import { whyClosed } from '#app/domain/attempts.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson } from '#app/domain/json.ts'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import type { Key } from '#app/domain/keyed/key.ts'
import { keyedAnswersIn, readKeyedFields } from '#app/domain/keyed/read-answers.ts'
import { scoreKeyed } from '#app/domain/keyed/score-keyed.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import { settings } from '#app/env.server.ts'
import type { RefusedAttempt } from './refused-attempt.ts'
import type { Submitting } from './submit-attempt.server.ts'

type SubmittingKeyed = Submitting<KeyedVignette>

/**
 * Freezes an open attempt that a key scores, scores and releases it, all at once: there is no marker to wait for. The key is the
 * newest consensus of a panel on the attempt's own version, or else the content's own. The caller holds the attempt.
 */
export async function submitKeyedAttempt(
  tx: Db,
  submitting: SubmittingKeyed,
): Promise<{ number: number } | { refused: RefusedAttempt }> {
  const { attempt, vignette, sent, saved, now } = submitting
  const { answers, errors } = readKeyedFields(vignette, sent.fields)
  const draft = saved && { ...saved, body: keyedAnswersIn(vignette, saved.body) }
  const refused = (because: Pick<RefusedAttempt, 'errors'> & { newer?: SavedDraft<KeyedAnswers> }) => ({
    refused: { form: 'keyed' as const, typed: answers, ...because },
  })
  const closed = whyClosed(attempt, now)
  if (closed) return refused({ errors: { '': closed } })
  if (draft && answers && draft.version !== sent.draftVersion && !isSameJson(draft.body, answers))
    return refused({
      errors: { '': 'Another version of this answer was saved meanwhile. Read both first.' },
      newer: draft,
    })
  if (!answers || Object.keys(errors).length > 0) return refused({ errors })
  await handIn(tx, submitting, answers)
  return { number: attempt.number }
}

async function handIn(
  tx: Db,
  { actor, attempt, vignette, now }: SubmittingKeyed,
  answers: KeyedAnswers,
): Promise<void> {
  const { key, consensusId, provenance } = await keyFor(tx, vignette, attempt.vignetteVersionId)
  const texts = vignette.kind === 'annotate' ? vignette.transcript.map(({ says }) => says) : []
  const { share, details } = scoreKeyed(key, answers, texts)
  const counts = mayScore(provenance)
  await freezeAttempt(tx, attempt.id, { answers, declaration: null, cohortId: attempt.cohortId, now })
  await releaseWithScore(tx, {
    attemptId: attempt.id,
    share: counts && 'value' in share ? share.value : null,
    ...{ details, consensusId, provenance, now },
  })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id })
  await recordAudit(tx, {
    actor,
    action: 'attempt.submitted',
    object: { kind: 'attempt', id: attempt.id },
    details: { number: attempt.number, scoredBy: consensusId ?? 'content', counts },
    at: now,
  })
}

type UsedKey = { key: Key; consensusId: string | null; provenance: Provenance }

async function keyFor(tx: Db, vignette: KeyedVignette, vignetteVersionId: string): Promise<UsedKey> {
  const inForce = await keyInForce(tx, vignetteVersionId)
  if (!inForce) return { key: keyOf(vignette), consensusId: null, provenance: vignette.provenance }
  const { key, consensusId, provenance } = inForce
  if (key.kind === 'benchmark') throw new Error('a consensus on a vignette is none on a benchmark')
  return { key, consensusId, provenance }
}

/** A demonstration scores nobody in production: it is nobody's judgement yet. */
const mayScore = (provenance: Provenance) => provenance !== 'demo' || !settings().isProduction
