import type { WrittenVignette } from '#app/content/vignette-schema.ts'
import { putBeforeMarkers } from '#app/db/allocations.server.ts'
import { readLockedStages } from '#app/db/attempt-stages.server.ts'
import { freezeAttempt } from '#app/db/attempts.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { enqueueJob } from '#app/db/jobs.server.ts'
import { notify } from '#app/db/notices.server.ts'
import { declarationText } from '#app/domain/attempts.ts'
import type { Json } from '#app/domain/json.ts'
import type { Answers } from './answers.ts'
import { askedAt, isLastStage, joinStages } from './asked.ts'
import { checkWritten } from './check-written.server.ts'
import { missingDeclarations } from './declarations.ts'
import type { RefusedAttempt } from './refused-attempt.ts'
import type { Submitting } from './submit-attempt.server.ts'

type SubmittingWritten = Submitting<WrittenVignette>

/**
 * Freezes an open attempt that people mark, puts it before them and gives the actor a receipt. Of an unfolding vignette it takes
 * the last answer; the earlier ones stand as they were locked. The caller holds the attempt.
 */
export async function submitWrittenAttempt(
  tx: Db,
  submitting: SubmittingWritten,
): Promise<{ number: number } | { refused: RefusedAttempt }> {
  const { attempt, vignette, sent } = submitting
  const locked = await readLockedStages(tx, attempt.id)
  const asked = askedAt(vignette, locked.length)
  const checked = checkWritten(submitting, asked, isLastStage(asked) ? missingDeclarations(sent.fields) : NOT_THE_LAST)
  if ('refused' in checked) return checked
  await handIn(tx, submitting, joinStages([...locked, checked.answers]))
  return { number: attempt.number }
}

const NOT_THE_LAST = { '': 'There is more to come. Lock this answer first to see what was said then.' }

async function handIn(tx: Db, { actor, attempt, vignette, now }: SubmittingWritten, answers: Answers): Promise<void> {
  await freezeAttempt(tx, attempt.id, {
    answers: answers as unknown as Record<string, Json>,
    declaration: declarationText,
    cohortId: attempt.cohortId,
    now,
  })
  const { allocationId, doubleMarking } = await putBeforeMarkers(tx, attempt)
  await enqueueJob(tx, 'compare-answer', { attemptId: attempt.id })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'answer', subjectId: attempt.id })
  await recordAudit(tx, {
    actor,
    action: 'attempt.submitted',
    object: { kind: 'attempt', id: attempt.id },
    details: { number: attempt.number, allocationId, doubleMarking },
    at: now,
  })
  await notify(tx, {
    userId: actor.id,
    kind: 'attempt-submitted',
    params: { vignetteTitle: vignette.title, path: `/vignettes/${vignette.slug}/attempts/${attempt.number}` },
    now,
  })
}
