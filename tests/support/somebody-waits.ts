import { db } from '#app/db/client.server.ts'

/** Until so many connections of this database wait for a lock. */
export async function somebodyWaits(connections = 1): Promise<void> {
  const waiting = () => db().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await waiting()).length < connections);
}
