import pg from 'pg'

/** Runs one statement as the owner of the tests' database. */
export async function inDatabase<Row extends pg.QueryResultRow>(sql: string, values: string[]) {
  const client = new pg.Client({ connectionString: process.env.STANCE_E2E_DATABASE })
  await client.connect()
  try {
    return await client.query<Row>(sql, values)
  } finally {
    await client.end()
  }
}
