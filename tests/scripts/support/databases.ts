import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { Database } from '#scripts/database/launch.ts'
import { startTestServer } from '#tests/support/test-server.ts'

let server: Database
const made: string[] = []

/** For test files that need databases of their own, empty and with both roles. */
export function withTestServer(): void {
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(async () => {
    for (const name of made) await query(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.stop()
  })
}

export async function emptyDatabase(): Promise<{ adminUrl: string; appUrl: string }> {
  const name = `stance_scripts_${process.pid}_${made.length}`
  made.push(name)
  await query(server.adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await query(server.adminUrl, `CREATE DATABASE ${name}`)
  return { adminUrl: withDatabase(server.adminUrl, name), appUrl: withDatabase(server.appUrl, name) }
}

export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: name }).href
}
