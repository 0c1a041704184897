import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '#scripts/database/migrate.ts'
import { temporaryFolder } from '#tests/support/folders.ts'
import { emptyDatabase, query, withTestServer } from './support/databases.ts'
import { runScript } from './support/processes.ts'

withTestServer()

/** A migrations folder with these migrations, by the number in their name. */
function migrations(scripts: Record<string, string>, directory = temporaryFolder()): string {
  for (const [name, sql] of Object.entries(scripts)) {
    mkdirSync(path.join(directory, name), { recursive: true })
    writeFileSync(path.join(directory, name, 'migration.sql'), sql)
  }
  return directory
}

const recorded = (url: string) =>
  query(
    url,
    'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY started_at',
  )

describe('the migration runner', () => {
  it('applies what is missing in the order of the names, and nothing twice', async () => {
    const database = await emptyDatabase()
    const directory = migrations({
      '20260102_second': 'INSERT INTO steps VALUES (2)',
      '20260101_first': 'CREATE TABLE steps (step int); INSERT INTO steps VALUES (1)',
    })
    expect(await migrate({ ...database, directory })).toEqual(['20260101_first', '20260102_second'])
    expect(await migrate({ ...database, directory })).toEqual([])

    migrations({ '20260103_third': 'INSERT INTO steps VALUES (3)' }, directory)
    expect(await migrate({ ...database, directory })).toEqual(['20260103_third'])
    expect(await query(database.adminUrl, 'SELECT step FROM steps')).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }])
  })

  it('lets only one of several processes that start together migrate', async () => {
    const database = await emptyDatabase()
    const directory = migrations({ '20260101_slow': 'CREATE TABLE once (); SELECT pg_sleep(0.3)' })
    const runs = await Promise.all(Array.from({ length: 4 }, () => migrate({ ...database, directory })))
    expect(runs.flat()).toEqual(['20260101_slow'])
  })

  it('keeps nothing of a migration that fails, records the failure and refuses to go on', async () => {
    const database = await emptyDatabase()
    const directory = migrations({
      '20260101_good': 'CREATE TABLE good ()',
      '20260102_bad': 'CREATE TABLE half (); SELECT nonsense',
      '20260103_later': 'CREATE TABLE later ()',
    })
    await expect(migrate({ ...database, directory })).rejects.toThrow(/20260102_bad failed.*"nonsense" does not exist/s)
    await expect(migrate({ ...database, directory })).rejects.toThrow(
      /20260102_bad failed earlier.*migrate resolve --rolled-back 20260102_bad/s,
    )
    expect(await recorded(database.adminUrl)).toEqual([
      { name: '20260101_good', finished: true },
      { name: '20260102_bad', finished: false },
    ])
    const [{ half } = { half: '' }] = await query(database.adminUrl, `SELECT to_regclass('half') AS half`)
    expect(half).toBeNull()
  })

  it('goes on once a failed migration is mended and marked as rolled back', async () => {
    const database = await emptyDatabase()
    const directory = migrations({ '20260101_bad': 'SELECT nonsense' })
    await expect(migrate({ ...database, directory })).rejects.toThrow()
    await query(database.adminUrl, 'UPDATE _prisma_migrations SET rolled_back_at = now()')
    migrations({ '20260101_bad': 'CREATE TABLE mended ()' }, directory)
    expect(await migrate({ ...database, directory })).toEqual(['20260101_bad'])
  })

  it('refuses a migration that was edited after it was applied', async () => {
    const database = await emptyDatabase()
    const directory = migrations({ '20260101_first': 'CREATE TABLE one ()' })
    await migrate({ ...database, directory })
    migrations({ '20260101_first': 'CREATE TABLE two ()' }, directory)
    await expect(migrate({ ...database, directory })).rejects.toThrow(/20260101_first was edited/)
  })

  it('reports a fault in the database by the setting that names it', async () => {
    const { adminUrl, appUrl } = await emptyDatabase()
    const directory = migrations({})
    const wrong = (change: Partial<URL>) => Object.assign(new URL(adminUrl), change).href
    const attempt = (url: string) => migrate({ adminUrl: url, appUrl, directory })
    await expect(attempt(wrong({ password: 'wrong' }))).rejects.toThrow(/refuses the user "stance_owner".*ADMIN_URL/)
    await expect(attempt(wrong({ pathname: '/absent' }))).rejects.toThrow(/no database "absent".*create it/)
    await expect(attempt(wrong({ port: '1' }))).rejects.toThrow(/cannot be reached/)
  })
})

describe("Prisma's command line", () => {
  const directory = 'prisma/migrations'
  const prisma = async (words: string[], { adminUrl, appUrl }: { adminUrl: string; appUrl: string }) => {
    const env = { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl }
    const script = runScript('scripts/prisma/command.ts', words, { env })
    return { code: await script.ended, said: script.said() }
  }

  it('finds a database that we have migrated up to date', async () => {
    const database = await emptyDatabase()
    await migrate({ ...database, directory })
    expect(await prisma(['migrate', 'status'], database)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Database schema is up to date'),
    })
  })

  it('leaves us nothing to do after it has deployed', async () => {
    const database = await emptyDatabase()
    expect(await prisma(['migrate', 'deploy'], database)).toMatchObject({ code: 0 })
    expect(await migrate({ ...database, directory })).toEqual([])
  })

  it('reads our record of a failure as its own', async () => {
    const database = await emptyDatabase()
    const [name = ''] = await migrate({ ...database, directory })
    await query(database.adminUrl, `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${name}'`)
    expect(await prisma(['migrate', 'deploy'], database)).toMatchObject({
      code: 1,
      said: expect.stringContaining('P3009'),
    })
  })

  it('leaves no shadow database behind', async () => {
    const database = await emptyDatabase()
    const words = [
      'migrate',
      'diff',
      '--from-migrations',
      directory,
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ]
    expect(await prisma(words, database)).toMatchObject({ code: 0 })
    const left = `SELECT datname FROM pg_database WHERE starts_with(datname, 'prisma_migrate_shadow')`
    expect(await query(database.adminUrl, left)).toEqual([])
  })
})

describe("the application's role", () => {
  const refused = /permission denied/

  it('adds to the audit trail, and neither alters nor deletes what is in it', async () => {
    const { adminUrl, appUrl } = await emptyDatabase()
    await migrate({ adminUrl, appUrl, directory: 'prisma/migrations' })
    await query(
      appUrl,
      `INSERT INTO audit_entry (id, at, action, object_kind, object_id) VALUES (gen_random_uuid(), now(), 'a.b', 'c', 'd')`,
    )
    expect(await query(appUrl, 'SELECT action FROM audit_entry')).toEqual([{ action: 'a.b' }])
    for (const sql of ['UPDATE audit_entry SET action = action', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
      await expect(query(appUrl, sql), sql).rejects.toThrow(refused)
  })

  it('changes no table, no record of a migration and no job of the worker', async () => {
    const { adminUrl, appUrl } = await emptyDatabase()
    await migrate({ adminUrl, appUrl, directory: 'prisma/migrations' })
    for (const sql of [
      'CREATE TABLE own ()',
      'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
      'DELETE FROM _prisma_migrations',
      'SELECT * FROM graphile_worker._private_jobs',
    ])
      await expect(query(appUrl, sql), sql).rejects.toThrow(/permission denied|must be owner/)
  })
})
