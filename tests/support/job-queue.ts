import pg from 'pg'

/** Asks the job queue, whose tables the application itself may not read. */
export async function askAsOwner<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The keys of the jobs that wait, in order. */
export const queuedJobs = async (): Promise<string[]> =>
  (await askAsOwner<{ key: string }>('SELECT key FROM graphile_worker.jobs ORDER BY id')).map(({ key }) => key)
