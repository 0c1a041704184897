import {
  type BatchRow,
  findBatch,
  listBatchesOf,
  listRefusedItems,
  type RefusedItem,
} from '#app/db/issue-batches.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { requireOfficer } from '../require-officer.server.ts'

export type BatchPage = BatchRow & { items: RefusedItem[] }

/** How far a batch is, for all staff, with what was refused and why. Throws 404 for one that there is not. */
export async function viewBatch(officer: Actor, id: string): Promise<BatchPage> {
  requireOfficer(officer)
  const [batch, items] = await Promise.all([findBatch(id), listRefusedItems(id)])
  if (!batch) throw new Response('There is no such batch.', { status: 404 })
  return { ...batch, items }
}

/** One's own batches, the newest first. */
export function viewOwnBatches(officer: Actor): Promise<BatchRow[]> {
  requireOfficer(officer)
  return listBatchesOf(officer.id)
}
