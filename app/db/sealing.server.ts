import pg from 'pg'
import type { AuditRecord, Head, Seal } from '#app/domain/audit/chain.ts'
import type { Checkpoint } from '#app/domain/audit/checkpoint.ts'
import { settings } from '#app/env.server.ts'

/** The owner's connection, in the transaction in which it seals. */
export type Sealing = Pick<pg.Client, 'query'>

/** One sealer at a time, in whatever process: any number that nothing else locks. */
const SEALER_LOCK = 73_656_131

/**
 * Runs `work` as the owner of the database, who alone may seal, in transactions of its own until it says that it is done.
 * @param options.waits for another process that seals at this moment, instead of leaving it to that one.
 * @returns false where it was left to another.
 */
export async function withSealer(
  work: (sealing: Sealing) => Promise<'done' | 'again'>,
  { waits }: { waits: boolean },
): Promise<boolean> {
  const client = new pg.Client({ connectionString: settings().adminDatabaseUrl })
  await client.connect()
  try {
    for (;;) {
      await client.query('BEGIN')
      if (!(await lock(client, waits))) return false
      const state = await work(client)
      await client.query('COMMIT')
      if (state === 'done') return true
    }
  } finally {
    // What was not committed is rolled back with the connection.
    await client.end()
  }
}

async function lock(client: pg.Client, waits: boolean): Promise<boolean> {
  if (waits) await client.query('SELECT pg_advisory_xact_lock($1)', [SEALER_LOCK])
  if (waits) return true
  const { rows } = await client.query('SELECT pg_try_advisory_xact_lock($1) AS "isOurs"', [SEALER_LOCK])
  return rows[0]?.isOurs === true
}

/** Where the chain ends; null before the first seal. */
export async function findHead(sealing: Sealing): Promise<Head | null> {
  const { rows } = await sealing.query<Head>('SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1')
  return rows[0] ?? null
}

export type Unsealed = { entries: AuditRecord[]; sealedBelow: string }

type UnsealedRow = AuditRecord & { xid: string; low: string }

/**
 * The next entries to be sealed: those of transactions below the snapshot's horizon, of which each has ended, so that nothing can
 * still appear among them. An entry of a transaction that this server has not reached yet comes from a restored copy, and is as settled.
 * Whether there is a seal is asked for each entry by itself: for NOT EXISTS the planner reads every seal there ever was.
 * @param whole looks at all entries and not only from where the last run ended; so does the first run after a restored copy was put in place.
 */
export async function findUnsealed(
  sealing: Sealing,
  { limit, whole }: { limit: number; whole: boolean },
): Promise<Unsealed> {
  const { rows } = await sealing.query<UnsealedRow>(
    `WITH horizon AS (
       SELECT pg_snapshot_xmin(pg_current_snapshot()) AS low, pg_snapshot_xmax(pg_current_snapshot()) AS high),
     last_run AS (
       SELECT coalesce((SELECT sealed_below FROM audit_checkpoint ORDER BY position DESC LIMIT 1), '0'::xid8) AS sealed_below)
     SELECT e.id, e.at, e.actor_id AS "actorId", e.action, e.object_kind AS "objectKind", e.object_id AS "objectId", e.details,
            e.request_id AS "requestId", e.salt, e.xid::text AS xid, (SELECT low FROM horizon)::text AS low
     FROM audit_entry e
     WHERE e.xid >= (SELECT CASE WHEN $2 OR sealed_below > low THEN '0'::xid8 ELSE sealed_below END FROM last_run, horizon)
       AND (e.xid < (SELECT low FROM horizon) OR e.xid >= (SELECT high FROM horizon))
       AND (SELECT s.position FROM audit_seal s WHERE s.entry_id = e.id) IS NULL
     ORDER BY e.xid, e.id LIMIT $1`,
    [limit, whole],
  )
  return { entries: rows, sealedBelow: lowest(rows, limit) }
}

/** A full batch may have left entries behind, of its last transaction too. */
function lowest(rows: readonly UnsealedRow[], limit: number): string {
  const last = rows.at(-1)
  if (!last) return '0'
  return rows.length === limit && BigInt(last.xid) < BigInt(last.low) ? last.xid : last.low
}

export async function insertSeals(sealing: Sealing, seals: readonly Seal[]): Promise<void> {
  const column = (name: keyof Seal) => seals.map((seal) => seal[name])
  await sealing.query(
    `INSERT INTO audit_seal (position, entry_id, at, action, details_digest, record_digest, hash)
     SELECT * FROM unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [
      column('position'),
      column('entryId'),
      column('at'),
      column('action'),
      column('detailsDigest'),
      column('recordDigest'),
      column('hash'),
    ],
  )
}

export async function insertCheckpoint(sealing: Sealing, checkpoint: Checkpoint, sealedBelow: string): Promise<void> {
  const { position, hash, installation, signedAt, key, signature } = checkpoint
  await sealing.query(
    `INSERT INTO audit_checkpoint (position, hash, installation, signed_at, key_id, signature, sealed_below)
     VALUES ($1, $2, $3, $4, $5, $6, $7::xid8)`,
    [position, hash, installation, signedAt, key, signature, sealedBelow],
  )
}
