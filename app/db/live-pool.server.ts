import pg from 'pg'
import { settings } from '#app/env.server.ts'

/** One lock for each pool of workers that lives, of a kind that nothing else takes: any number. */
const ALIVE = 73_656_132

/** Says in the database that a pool of workers lives. A lock of a session goes with the session, also when its process is killed. */
export type LivePool = { begin(poolId: string): void; end(): Promise<void> }

/**
 * Frees the jobs that pools of killed processes had taken, which would otherwise wait for the queue's own limit of four hours. Call it before
 * this process has a pool. A job runs twice where a connection was lost and its process was not: each of ours bears that.
 */
export async function openLivePool(lost: (error: Error) => void): Promise<LivePool> {
  const client = new pg.Client({ connectionString: settings().adminDatabaseUrl, application_name: 'stance live pool' })
  client.on('error', lost)
  await client.connect()
  await client.query(
    `SELECT graphile_worker.force_unlock_workers(array_agg(id)) FROM (
       SELECT DISTINCT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL) taken
     WHERE pg_try_advisory_xact_lock($1, hashtext(id))
     HAVING count(*) > 0`,
    [ALIVE],
  )
  return {
    begin(poolId) {
      client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [ALIVE, poolId]).catch(lost)
    },
    end: () => client.end(),
  }
}
