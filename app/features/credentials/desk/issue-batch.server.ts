import { can } from '#app/auth/policy.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import {
  holdBatch,
  type ItemOutcome,
  listUnfinishedBatches,
  listWaitingItems,
  saveFinished,
  saveOutcomes,
  type WaitingItem,
} from '#app/db/issue-batches.server.ts'
import { enqueueJob } from '#app/db/jobs.server.ts'
import { issueLookedAt, type LookedAt, lookAt, type Officer } from '../issue-certificates.server.ts'

/** As many as one transaction issues: a crash undoes no more, and progress is seen while the rest goes on. */
const CHUNK = 25

/** One job for each batch, however often it is asked for. */
export const batchJob = (batchId: string): [task: string, payload: { batchId: string }, key: string] => [
  'issue-batch',
  { batchId },
  `issue-batch:${batchId}`,
]

/** After a start: what was under way when the process ended goes on. */
export const resumeBatches = (): Promise<void> =>
  transact(async (tx) => {
    for (const id of await listUnfinishedBatches(tx)) await enqueueJob(tx, ...batchJob(id))
  })

/**
 * Works through a batch, chunk by chunk: what a chunk issued and that it did so stand in one transaction, so that after a crash each is
 * issued once. Repeated, or by two workers at once, it comes to the same.
 * @param clock each chunk has a moment of its own.
 */
export async function issueBatch(batchId: string, clock: () => Date): Promise<void> {
  while (await issueChunk(batchId, clock())) {
    // Until nothing is left.
  }
}

/** @returns whether there may be more to do. */
async function issueChunk(batchId: string, now: Date): Promise<boolean> {
  const looked = await lookAt(await listWaitingItems(batchId, CHUNK))
  return transact(async (tx) => {
    const batch = await holdBatch(tx, batchId, now)
    if (!batch || batch.isFinished) return false
    const waiting = await listWaitingItems(batchId, CHUNK, tx)
    if (waiting.length === 0) {
      await saveFinished(tx, batchId, now)
      return false
    }
    // Another worker may have done some of them between the look and here.
    const items = waiting.filter(({ enrolmentId }) => looked.seen.has(enrolmentId))
    await saveOutcomes(tx, batchId, await outcomesOf(tx, items, looked, batch.officer, now), now)
    return true
  })
}

const NO_ROLE = 'Whoever began this batch does not issue certificates any more.'
const GONE = 'Its course does not count as completed any more.'

async function outcomesOf(
  tx: Db,
  items: readonly WaitingItem[],
  looked: LookedAt,
  officer: Officer,
  now: Date,
): Promise<ItemOutcome[]> {
  const refuse = (because: string) => items.map(({ position }) => ({ position, number: null, because }))
  if (!can(officer, 'certificates.issue')) return refuse(NO_ROLE)
  const { issued, refused } = await issueLookedAt(tx, only(looked, items), officer, now)
  const reasons = new Map(refused.map(({ enrolmentId, because }) => [enrolmentId, because]))
  return items.map(({ position, enrolmentId }) => {
    const number = issued.get(enrolmentId) ?? null
    return { position, number, because: number ? null : (reasons.get(enrolmentId) ?? GONE) }
  })
}

function only({ seen, unsettable }: LookedAt, items: readonly WaitingItem[]): LookedAt {
  const ids = new Set(items.map(({ enrolmentId }) => enrolmentId))
  const kept = <Value>(map: Map<string, Value>) => new Map([...map].filter(([id]) => ids.has(id)))
  return { seen: kept(seen), unsettable: kept(unsettable) }
}
