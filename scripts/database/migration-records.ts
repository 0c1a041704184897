import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Migration } from './migration-files.ts'

/** A row of `_prisma_migrations` that counts: one marked as rolled back does not. */
export type MigrationRecord = { name: string; checksum: string; isFinished: boolean; logs: string | null }

/** Column for column what Prisma creates, so that `prisma migrate status` and `deploy` go on from here. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

export async function readRecords(client: pg.Client): Promise<MigrationRecord[]> {
  await client.query(TABLE)
  const { rows } = await client.query<MigrationRecord>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished", logs
    FROM _prisma_migrations
    WHERE rolled_back_at IS NULL
    ORDER BY started_at`)
  return rows
}

export async function recordApplied(client: pg.Client, migration: Migration, startedAt: Date): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, startedAt],
  )
}

export async function recordFailed(
  client: pg.Client,
  migration: Migration,
  startedAt: Date,
  logs: string,
): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, logs) VALUES ($1, $2, $3, $4, $5)`,
    [randomUUID(), migration.checksum, migration.name, startedAt, logs],
  )
}
