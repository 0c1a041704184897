import pg from 'pg'

const LEASE = 72_707_370

/**
 * One user of the embedded server. `npm start`, tests and command lines share a server, and the last of them to leave
 * stops it. Each holds a shared advisory lock on a connection of its own, which also ends with a process that is killed.
 */
export type Lease = {
  /** Gives up the lease. True when nobody else has one: newcomers then wait until the server has been stopped. */
  leave(): Promise<boolean>
  end(): Promise<void>
}

export async function takeLease(url: string): Promise<Lease> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'launcher' })
  // A server that is stopped under us is found out by the next query; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE])
  return {
    async leave() {
      await client.query('SELECT pg_advisory_unlock_shared($1)', [LEASE])
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS last', [LEASE])
      return rows[0].last
    },
    end: () => client.end().catch(() => {}),
  }
}
