import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, inject } from 'vitest'
import { named } from './database-server.ts'
import { ISSUER_KEY } from './issuer.ts'

/*
 * Every worker has a database of its own, a copy of the migrated template, and every test finds it empty. The environment is complete
 * before a module of the application is imported.
 */

const { adminUrl, appUrl, template, prefix } = inject('database')
const database = `${prefix}${process.env.VITEST_POOL_ID ?? '0'}`

await onServer(adminUrl, async (server) => {
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
  if (!rowCount) await server.query(`CREATE DATABASE ${database} TEMPLATE ${template}`)
  // Whoever a file before this one left connected holds locks.
  await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database])
})
process.env.DATABASE_URL = named(appUrl, database)
process.env.DATABASE_ADMIN_URL = named(adminUrl, database)
process.env.STORAGE_URL = mkdtempSync(path.join(tmpdir(), 'stance-files-'))
process.env.AUDIT_CHECKPOINTS = `${process.env.STORAGE_URL}.checkpoints.jsonl`
process.env.ISSUER_KEY = ISSUER_KEY

/** The columns of the table `own` that are not worked out from others. */
const INSERTABLE = `(SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
  WHERE attrelid = own.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '')`

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL })
await owner.connect()
await owner.query("SET session_replication_role = 'replica'")
// What the file before this one left takes no room any more.
await owner.query(ofFullTables(`'TRUNCATE ' || string_agg(oid::regclass::text, ', ') || ' CASCADE'`))

/** Everything in it goes but the migrations' own records. */
export async function emptyDatabase(): Promise<void> {
  await owner.query(ofFullTables(`string_agg('DELETE FROM ' || oid::regclass, '; ')`))
}

/**
 * Keeps what is in the database, for {@link bringBack}: what takes a second to arrange and every test of a file begins with is then there
 * in a twentieth of it.
 */
export async function keepDatabase(): Promise<void> {
  await owner.query('DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept')
  await owner.query(
    ofFullTables(`string_agg(format('CREATE TABLE kept.%I AS TABLE %s', relname, oid::regclass), '; ')`),
  )
}

/** Makes the database, which is empty, what it was when it was kept. */
export async function bringBack(): Promise<void> {
  await owner.query(`DO $$ DECLARE statement text; BEGIN
    SELECT string_agg(format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %s',
                             own.oid::regclass, ${INSERTABLE}, kept.oid::regclass), '; ')
    INTO statement FROM pg_class kept JOIN pg_class own USING (relname, relkind)
    WHERE relkind = 'r' AND kept.relnamespace = 'kept'::regnamespace
      AND own.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace);
    EXECUTE statement;
  END $$`)
}

/** Executes a statement made of the tables' names. A table without a page has nothing to lose, which saves most of the work. */
function ofFullTables(statement: string): string {
  return `DO $$ DECLARE statement text; BEGIN
    SELECT ${statement} INTO statement FROM pg_class
    WHERE relkind = 'r' AND pg_relation_size(oid) > 0
      AND (relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
           OR oid = 'graphile_worker._private_jobs'::regclass);
    IF statement IS NOT NULL THEN EXECUTE statement; END IF;
  END $$`
}

beforeEach(emptyDatabase)

afterAll(async () => {
  const { disconnect } = await import('#app/db/client.server.ts')
  await disconnect()
  await owner.end()
  rmSync(process.env.STORAGE_URL ?? '', { recursive: true, force: true })
  rmSync(process.env.AUDIT_CHECKPOINTS ?? '', { force: true })
})

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await work(client)
  await client.end()
}
