import pg from 'pg'
import { ownInstallation } from './installation.ts'

/** Runs one statement as the owner of the database of the test that runs. */
export async function inDatabase<Row extends pg.QueryResultRow>(sql: string, values: string[]) {
  const client = new pg.Client({ connectionString: ownInstallation().adminDatabase })
  await client.connect()
  try {
    return await client.query<Row>(sql, values)
  } finally {
    await client.end()
  }
}
