import type { Db, Prisma } from './client.server.ts'

/**
 * Enqueues background work in the caller's transaction: nothing runs unless the transaction commits.
 * @param key a job with the same key that has not begun is replaced instead of doubled.
 */
export async function enqueueJob(tx: Db, task: string, payload: Prisma.InputJsonObject, key?: string): Promise<void> {
  await tx.$executeRaw`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key ?? null})`
}
