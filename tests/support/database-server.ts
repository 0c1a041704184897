import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#scripts/database/migrate.ts'
import { startTestServer } from './test-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    database: { adminUrl: string; appUrl: string; template: string; prefix: string }
  }
}

const MIGRATIONS = 'prisma/migrations'

/** Starts PostgreSQL for the whole run, with one migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  const database = await startTestServer()
  const template = `stance_template_${digestOfMigrations()}`
  await createTemplate(database, template)
  // Of this run alone: another run may be under way on the same server.
  const prefix = `stance_test_${process.pid}_`
  project.provide('database', { adminUrl: database.adminUrl, appUrl: database.appUrl, template, prefix })
  return async () => {
    await dropDatabases(database.adminUrl, prefix)
    await database.stop()
  }
}

/** Another name for every state of the migrations, so that an old template is never used. */
function digestOfMigrations(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(MIGRATIONS).sort()) {
    const file = path.join(MIGRATIONS, name, 'migration.sql')
    if (name !== 'migration_lock.toml') hash.update(name).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}

async function createTemplate({ adminUrl, appUrl }: { adminUrl: string; appUrl: string }, name: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name])
    if (rowCount) return
    await client.query(`DROP DATABASE IF EXISTS ${name}`)
    await client.query(`CREATE DATABASE ${name}`)
    await migrate({ adminUrl: named(adminUrl, name), appUrl: named(appUrl, name), directory: MIGRATIONS })
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`)
  } finally {
    await client.end()
  }
}

async function dropDatabases(adminUrl: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix])
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`)
  await client.end()
}

/** The same server, another database. */
export function named(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}
