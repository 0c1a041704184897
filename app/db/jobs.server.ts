import type { Db, Prisma } from './client.server.ts'

/**
 * Enqueues background work in the caller's transaction: nothing runs unless the transaction commits.
 * @param key a job with the same key that has not begun is replaced instead of doubled.
 */
export async function enqueueJob(tx: Db, task: string, payload: Prisma.InputJsonObject, key?: string): Promise<void> {
  await tx.$executeRaw`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key ?? null})`
}

/**
 * Enqueues work that may wait until `due`: asked for many times until then, it is done once.
 * @param key names what is to be done once.
 */
export async function enqueueJobLater(
  tx: Db,
  task: string,
  payload: Prisma.InputJsonObject,
  { key, due }: { key: string; due: Date },
): Promise<void> {
  await tx.$executeRaw`SELECT enqueue_job_later(${task}, ${JSON.stringify(payload)}::json, ${key}, ${due}::timestamptz)`
}
