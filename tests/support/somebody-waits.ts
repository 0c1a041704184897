import { db, lockRow, transact } from '#app/db/client.server.ts'

/** Until so many connections of this database wait for a lock. */
export async function somebodyWaits(connections = 1): Promise<void> {
  const waiting = () => db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await waiting()).length < connections);
}

/** Does both while the person's row is held: neither has seen what the other writes when it comes to write itself. */
export async function atOnce(userId: string, acts: [() => Promise<unknown>, () => Promise<unknown>]): Promise<void> {
  let done: Promise<unknown> | undefined
  await transact(async (tx) => {
    await lockRow(tx, 'user', userId)
    done = Promise.all(acts.map((act) => act()))
    await somebodyWaits(acts.length)
  })
  await done
}
