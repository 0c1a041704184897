import pg from 'pg'
import { db } from '#app/db/client.server.ts'
import { settings } from '#app/env.server.ts'

/** With whatever points at them, all that a cast leaves behind. What else there is was published, or belongs to the issuer. */
const TABLES = [
  ...['"user"', 'audit_entry', 'cohort', 'concern', 'mailbox_message', 'rate_window'],
  ...['provider', 'organisation', 'panel', 'consensus', 'issue_batch'],
]

/**
 * A start that was broken off may have left half a cast. It is taken away and made again, but only where nobody else has an
 * account: a real person's work is never touched.
 */
export async function forgetUnfinishedCast(): Promise<void> {
  const counts = await db().user.groupBy({ by: ['isDemo'], _count: true })
  if (counts.length === 0) return
  if (counts.some(({ isDemo }) => !isDemo))
    throw new Error('This database has accounts of its own, so that no demo cast is made in it. Start with DEMO=false.')
  const owner = new pg.Client({ connectionString: settings().adminDatabaseUrl })
  await owner.connect()
  try {
    // The application's own role may not empty the audit trail; the owner may, of a demonstration that never ran.
    await owner.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`)
    const { rows } = await owner.query(`SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS "hasJobs"`)
    // What was to be done for people who are gone would fail for days.
    if (rows[0]?.hasJobs)
      await owner.query('SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs')
  } finally {
    await owner.end()
  }
}
