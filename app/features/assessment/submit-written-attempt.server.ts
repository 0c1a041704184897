import type { WrittenVignette } from '#app/content/schemas.ts'
import { promptsOf } from '#app/content/vignettes.ts'
import { putBeforeMarkers } from '#app/db/allocations.server.ts'
import { freezeAttempt } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { DECLARATIONS, type DeclarationName, declarationText, whyClosed } from '#app/domain/attempts.ts'
import type { SavedDraft } from '#app/domain/draft.ts'
import { isSameJson, type Json } from '#app/domain/json.ts'
import { type Answers, answerField } from './answers.ts'
import { answersDraft, readSentAnswers, type SentAnswers } from './read-answers.server.ts'
import type { RefusedAttempt, RefusedWritten } from './refused-attempt.ts'
import type { SentAttempt, Submitting } from './submit-attempt.server.ts'

type SubmittingWritten = Submitting<WrittenVignette>

/** Freezes an open attempt that people mark, puts it before them and gives the actor a receipt. The caller holds it. */
export async function submitWrittenAttempt(
  tx: Db,
  submitting: SubmittingWritten,
): Promise<{ number: number } | { refused: RefusedAttempt }> {
  const { attempt, vignette, sent, saved } = submitting
  const read = readSentAnswers(promptsOf(vignette), sent.fields)
  const draft = answersDraft(promptsOf(vignette), saved)
  const refusal = whyRefused(submitting, read, draft)
  if (refusal) {
    const typed = { ...draft?.body, ...read.answers }
    return { refused: { form: 'written', ...refusal, typed, declared: declaredIn(sent.fields) } }
  }
  await handIn(tx, submitting, read.answers)
  return { number: attempt.number }
}

/** The first thing that stands in the way: too late, another text elsewhere, or what has to be put right in this one. */
function whyRefused(
  { attempt, sent, now }: SubmittingWritten,
  read: SentAnswers,
  draft: SavedDraft<Answers> | null,
): Pick<RefusedWritten, 'errors' | 'newer'> | null {
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

async function handIn(tx: Db, { actor, attempt, vignette, now }: SubmittingWritten, answers: Answers): Promise<void> {
  await freezeAttempt(tx, attempt.id, {
    answers: answers as unknown as Record<string, Json>,
    declaration: declarationText,
    cohortId: attempt.cohortId,
    now,
  })
  const { allocationId } = await putBeforeMarkers(tx, attempt)
  await deleteDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id })
  await recordAudit(tx, {
    actor,
    action: 'attempt.submitted',
    object: { kind: 'attempt', id: attempt.id },
    details: { number: attempt.number, allocationId },
    at: now,
  })
  await notify(tx, {
    userId: actor.id,
    kind: 'attempt-submitted',
    params: { vignetteTitle: vignette.title, path: `/vignettes/${vignette.slug}/attempts/${attempt.number}` },
    now,
  })
}
