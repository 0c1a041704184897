import { writtenVersion } from '#app/content/catalogue.server.ts'
import type { WrittenVignette } from '#app/content/schemas.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { createAllocation } from '#app/db/allocations.server.ts'
import { freezeAttempt, type HeldAttempt, holdAttempt } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { deleteDraft, findDraft } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { DECLARATIONS, type DeclarationName, declarationText, whyClosed } from '#app/domain/attempts.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson, type Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Answers, answerField } from './answers.ts'
import { answersDraft, readSentAnswers, type SentAnswers } from './read-answers.server.ts'

export type SentAttempt = {
  attemptId: string
  /** The version of the draft that the page was on. */
  draftVersion: number
  fields: Readonly<Record<string, string>>
}

export type RefusedAttempt = {
  errors: Record<string, string>
  typed: Answers
  /** The fields of the declarations that were ticked. */
  declared: string[]
  /** Saved from another page meanwhile: to be compared, not overwritten. */
  newer?: SavedDraft<Answers>
}

/**
 * Hands in the actor's open attempt: its answers are frozen, it goes before the markers under a code of its own, and the
 * actor gets a receipt. Sent twice, also at the same instant, it does all that once and answers the same.
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

    const vignette = await writtenVersion(attempt.vignetteVersionId)
    const read = readSentAnswers(promptsOf(vignette), sent.fields)
    const saved = await findDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id })
    const draft = answersDraft(promptsOf(vignette), saved)
    const refusal = whyRefused({ attempt, read, draft, sent }, now)
    if (refusal) {
      const typed = { ...draft?.body, ...read.answers }
      return { refused: { ...refusal, typed, declared: declaredIn(sent.fields) } }
    }
    await handIn(tx, { actor, attempt, vignette, answers: read.answers, now })
    return { number: attempt.number }
  })
}

type Submission = {
  attempt: HeldAttempt
  read: SentAnswers
  draft: SavedDraft<Answers> | null
  sent: SentAttempt
}

/** The first thing that stands in the way: too late, another text elsewhere, or what has to be put right in this one. */
function whyRefused(
  { attempt, read, draft, sent }: Submission,
  now: Date,
): Pick<RefusedAttempt, 'errors' | 'newer'> | null {
  const closed = whyClosed(attempt, now)
  if (closed) return { errors: { '': closed } }
  if (draft && draft.version !== sent.draftVersion && !isSameJson(draft.body, read.answers))
    return { errors: { '': 'Another version of this answer was saved meanwhile. Read both first.' }, newer: draft }
  const errors = { ...read.errors, ...missingDeclarations(sent.fields) }
  return Object.keys(errors).length > 0 ? { errors } : null
}

const declarationFields: Record<DeclarationName, string> = {
  ownWork: answerField.ownWork,
  noPatient: answerField.noPatient,
}

export const declaredIn = (fields: SentAttempt['fields']): string[] =>
  Object.values(declarationFields).filter((field) => fields[field])

function missingDeclarations(fields: SentAttempt['fields']): Record<string, string> {
  const names = Object.keys(DECLARATIONS) as DeclarationName[]
  const missing = names.filter((name) => !fields[declarationFields[name]])
  return Object.fromEntries(
    missing.map((name) => [declarationFields[name], `Tick this before you submit: “${DECLARATIONS[name]}”`]),
  )
}

type HandingIn = { actor: Actor; attempt: HeldAttempt; vignette: WrittenVignette; answers: Answers; now: Date }

async function handIn(tx: Db, { actor, attempt, vignette, answers, now }: HandingIn): Promise<void> {
  await freezeAttempt(tx, attempt.id, {
    answers: answers as unknown as Record<string, Json>,
    declaration: declarationText,
    cohortId: attempt.cohortId,
    now,
  })
  const allocation = await createAllocation(tx, {
    attemptId: attempt.id,
    vignetteId: attempt.vignetteId,
    cohortId: attempt.cohortId,
  })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id })
  await recordAudit(tx, {
    actor,
    action: 'attempt.submitted',
    object: { kind: 'attempt', id: attempt.id },
    details: { number: attempt.number, allocationId: allocation.id },
    at: now,
  })
  await notify(tx, {
    userId: actor.id,
    kind: 'attempt-submitted',
    params: { vignetteTitle: vignette.title, path: `/vignettes/${vignette.slug}/attempts/${attempt.number}` },
    now,
  })
}
