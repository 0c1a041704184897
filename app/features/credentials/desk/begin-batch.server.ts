import { z } from 'zod'
import { recordAudit } from '#app/db/audit.server.ts'
import { transact } from '#app/db/client.server.ts'
import { insertBatch, isBatch } from '#app/db/issue-batches.server.ts'
import { enqueueJob } from '#app/db/jobs.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { requireOfficer } from '../require-officer.server.ts'
import { batchJob } from './issue-batch.server.ts'
import { previewBatch } from './preview-batch.server.ts'

const filterField = z
  .string()
  .trim()
  .max(100)
  .optional()
  .transform((typed) => typed || undefined)

export const batchForm = z.object({
  /** Drawn with the preview, so that a button that is pressed twice begins one batch. */
  id: z.uuid(),
  seen: z.string().max(100),
  course: filterField,
  name: filterField,
})

/**
 * Begins a batch of everybody who waits, matches and was seen; a job works through it. Begun twice under one id, it is begun once.
 * @returns why not, or null.
 */
export async function beginBatch(
  officer: Actor,
  { id, seen, ...filter }: z.output<typeof batchForm>,
  now: Date,
): Promise<string | null> {
  requireOfficer(officer)
  if (await isBatch(id)) return null
  const preview = await previewBatch(officer, filter)
  if (preview.ready.length === 0) return 'Nobody waits who can be issued a certificate.'
  if (preview.seen !== seen) return 'Somebody came or went meanwhile, or a name has changed. Please look again.'
  await transact(async (tx) => {
    const items = preview.ready.map((each) => ({ enrolmentId: each.enrolmentId, seen: each.seen }))
    if (!(await insertBatch(tx, { id, officerId: officer.id, createdAt: now }, items))) return
    const object = { kind: 'issue-batch', id }
    const details = { count: items.length }
    await recordAudit(tx, { actor: officer, action: 'issue-batch.begun', object, details, at: now })
    await enqueueJob(tx, ...batchJob(id))
  })
  return null
}
