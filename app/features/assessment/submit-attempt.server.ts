import { vignetteVersion } from '#app/content/catalogue.server.ts'
import type { Vignette } from '#app/content/schemas.ts'
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
import { answersDraft, readSentAnswers } from './read-answers.server.ts'

export type SentAttempt = {
  attemptId: string
  /** The version of the draft that the page was on. */
  draftVersion: number
  fields: Readonly<Record<string, string>>
}

export type RefusedAttempt = {
  errors: Record<string, string>
  typed: Answers
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

    const vignette = await vignetteVersion(attempt.vignetteVersionId)
    const { answers, errors } = readSentAnswers(vignette.prompts, sent.fields)
    const draft = answersDraft(
      vignette.prompts,
      await findDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id }),
    )
    const closed = whyClosed(attempt, now)
    const refuse = (why: Record<string, string>) => ({
      refused: { errors: why, typed: { ...draft?.body, ...answers } },
    })
    if (closed) return refuse({ '': closed })
    Object.assign(errors, missingDeclarations(sent.fields))
    if (draft && draft.version !== sent.draftVersion && !isSameJson(draft.body, answers)) {
      const { refused } = refuse({
        '': 'Another version of this answer was saved meanwhile. Read both before you submit.',
      })
      return { refused: { ...refused, newer: draft } }
    }
    if (Object.keys(errors).length > 0) return refuse(errors)

    await handIn(tx, { actor, attempt, vignette, answers, now })
    return { number: attempt.number }
  })
}

const declarationFields: Record<DeclarationName, string> = {
  ownWork: answerField.ownWork,
  noPatient: answerField.noPatient,
}

function missingDeclarations(fields: SentAttempt['fields']): Record<string, string> {
  const names = Object.keys(DECLARATIONS) as DeclarationName[]
  const missing = names.filter((name) => !fields[declarationFields[name]])
  return Object.fromEntries(
    missing.map((name) => [declarationFields[name], `Tick this before you submit: “${DECLARATIONS[name]}”`]),
  )
}

type HandingIn = { actor: Actor; attempt: HeldAttempt; vignette: Vignette; answers: Answers; now: Date }

async function handIn(tx: Db, { actor, attempt, vignette, answers, now }: HandingIn): Promise<void> {
  await freezeAttempt(tx, attempt.id, {
    answers: answers as unknown as Record<string, Json>,
    declaration: declarationText,
    now,
  })
  const allocation = await createAllocation(tx, attempt.id)
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
