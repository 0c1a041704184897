import { Logger, runMigrations as migrateJobQueue } from 'graphile-worker'
import type pg from 'pg'
import { Fault } from '#scripts/narrate.mjs'
import { connect } from './connect.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { type MigrationRecord, readRecords, recordApplied, recordFailed } from './migration-records.ts'
import { grantToApplication } from './roles.ts'

/** The lock that Prisma's own `migrate deploy` takes: of several processes that start together, one migrates. */
const MIGRATION_LOCK = 72_707_369

type Options = { adminUrl: string; appUrl: string; directory: string }

/**
 * Brings a database up to date: our migrations in order, each in a transaction of its own, then the job queue's, then
 * the rights of the application's role. Records what it does as Prisma does, whose command line agrees afterwards.
 * @returns the names of the migrations that were applied.
 * @throws Fault when a migration fails, has failed before, or was edited after it was applied.
 */
export async function migrate({ adminUrl, appUrl, directory }: Options): Promise<string[]> {
  const client = await connect(adminUrl, 'DATABASE_ADMIN_URL')
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const pending = pendingOf(readMigrations(directory), await readRecords(client))
    for (const migration of pending) await apply(client, migration)
    await migrateJobQueue({ connectionString: adminUrl, logger: silent })
    const role = decodeURIComponent(new URL(appUrl).username)
    if (role !== decodeURIComponent(new URL(adminUrl).username)) await grantToApplication(client, role)
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

function pendingOf(migrations: Migration[], records: MigrationRecord[]): Migration[] {
  const failed = records.find((record) => !record.isFinished)
  if (failed)
    throw new Fault(
      `The migration ${failed.name} failed earlier${failed.logs ? `:\n${failed.logs}\n` : '. '}` +
        `Mend it, then run \`npm run prisma -- migrate resolve --rolled-back ${failed.name}\` and start again.`,
    )
  return migrations.filter((migration) => {
    const record = records.find(({ name }) => name === migration.name)
    if (record && record.checksum !== migration.checksum)
      throw new Fault(
        `The migration ${migration.name} was edited after this database had applied it: ` +
          'restore the file, and put the change into a new migration.',
      )
    return !record
  })
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date()
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await recordApplied(client, migration, startedAt)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const reason = inWords(error as pg.DatabaseError)
    await recordFailed(client, migration, startedAt, reason)
    throw new Fault(`The migration ${migration.name} failed, and nothing of it was kept:\n${reason}`)
  }
}

function inWords({ message, detail, hint, position, code }: pg.DatabaseError): string {
  const where = position ? `at character ${position}` : undefined
  return [`${message} (${[code, where].filter(Boolean).join(', ')})`, detail, hint].filter(Boolean).join('\n')
}

const silent = new Logger(() => () => {})
